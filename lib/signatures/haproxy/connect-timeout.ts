import { defineAside } from '#lib/catalogue/define.ts';
import { haproxyFormats, haproxyStates, stateNeedles, whenEnded } from '#lib/catalogue/define-haproxy.ts';

export const haproxyConnectTimeout = defineAside({
  id: 'haproxy/connect-timeout',
  formats: haproxyFormats,
  needles: ['503', ...stateNeedles('sC')],

  means: '`timeout connect` passed before the server took the connection (sC).',
  provenance: haproxyStates,
  reads: whenEnded(({ state }) => (state === 'sC' ? { phase: 'connect' } : undefined)),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '192.0.2.9:45204 [22/Nov/2026:11:56:49.300] shop be/s1 0/0/-1/-1/8004 503 0 - - sC-- 1/1/0/0/3 0/0 "GET /pay HTTP/1.1"',
      gives: { phase: 'connect', elapsed: 8004 },
      from: 'rebuilt from the template, HAProxy 3.4.0 src/log.c',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1:45204 [22/Nov/2026:11:56:49.300] refused be_refused/s1 0/0/-1/-1/3004 503 0 - - SC-- 1/1/0/0/3 0/0 "GET /sC-- HTTP/1.1"',
      because: 'refused, not timed out',
    },
  ],
});
