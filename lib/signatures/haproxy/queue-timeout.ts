import { defineAside } from '#lib/catalogue/define.ts';
import { haproxyFormats, haproxyStates, stateNeedles, whenEnded } from '#lib/catalogue/define-haproxy.ts';

export const haproxyQueueTimeout = defineAside({
  id: 'haproxy/queue-timeout',
  formats: haproxyFormats,
  needles: ['503', ...stateNeedles('sQ')],

  means:
    'The request waited in HAProxy’s queue until `timeout queue` passed: every server had as many connections as maxconn allows (sQ).',
  provenance: haproxyStates,
  reads: whenEnded(({ state }) => (state === 'sQ' ? { phase: 'connect' } : undefined)),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '192.0.2.9:45204 [22/Nov/2026:11:56:49.300] shop be/<NOSRV> 0/300/-1/-1/300 503 0 - - sQ-- 9/9/8/8/0 0/4 "GET /pay HTTP/1.1"',
      gives: { phase: 'connect', status: 503 },
      from: 'rebuilt from the template, HAProxy 3.4.0 src/log.c',
    },
  ],
  nearMisses: [],
});
