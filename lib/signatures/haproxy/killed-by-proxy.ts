import { defineAside } from '#lib/catalogue/define.ts';
import { haproxyFormats, haproxyStates, whenEnded } from '#lib/catalogue/define-haproxy.ts';

export const haproxyKilledByProxy = defineAside({
  id: 'haproxy/killed-by-proxy',
  formats: haproxyFormats,
  needles: ['503', 'DD--', 'DH--', 'UD--', 'UH--', 'KD--', 'KH--', ' DD ', ' UD ', ' KD '],

  means:
    'HAProxy ended the session itself: its health check had marked the server as down, a better server came back, or an operator asked for it (D, U, K).',
  provenance: haproxyStates,
  reads: whenEnded(({ state }) => (/^[DUK][CDHL]$/.test(state) ? {} : undefined)),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'proxy',
  samples: [
    {
      line: '192.0.2.9:45204 [22/Nov/2026:11:56:49.300] shop be/s1 0/0/0/-1/4001 503 0 - - DH-- 9/9/8/8/0 0/0 "GET /pay HTTP/1.1"',
      gives: { upstream: 'be/s1' },
      from: 'rebuilt from the template, HAProxy 3.4.0 src/log.c',
    },
  ],
  nearMisses: [],
});
