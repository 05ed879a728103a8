import { defineAside } from '#lib/catalogue/define.ts';
import { haproxyFormats, haproxyStates, whenEnded } from '#lib/catalogue/define-haproxy.ts';

export const haproxyNoResources = defineAside({
  id: 'haproxy/no-resources',
  formats: haproxyFormats,
  needles: ['503'],

  means: 'HAProxy had no connection, port or memory left for this session (RC, PC, RQ).',
  provenance: haproxyStates,
  reads: whenEnded(({ state }) => (/^(?:PC|RC|RQ)$/.test(state) ? { phase: 'connect' } : undefined)),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'proxy',
  samples: [
    {
      line: '192.0.2.9:45204 [22/Nov/2026:11:56:49.300] shop be/s1 0/0/-1/-1/1 503 0 - - RC-- 9/9/8/8/0 0/4 "GET /pay HTTP/1.1"',
      gives: { phase: 'connect' },
      from: 'rebuilt from the template, HAProxy 3.4.0 src/log.c',
    },
  ],
  nearMisses: [],
});
