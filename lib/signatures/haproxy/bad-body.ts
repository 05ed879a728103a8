import { defineAside } from '#lib/catalogue/define.ts';
import {
  haproxyFormats,
  haproxyStates,
  persistent,
  stateNeedles,
  whenEnded,
} from '#lib/catalogue/define-haproxy.ts';

export const haproxyBadBody = defineAside({
  id: 'haproxy/bad-body',
  formats: haproxyFormats,
  needles: stateNeedles('PD', ...persistent),

  means:
    'HAProxy could not read the rest of a message: broken chunks, or lengths that contradict each other (PD).',
  provenance: haproxyStates,
  reads: whenEnded(({ state, answered }) => (state === 'PD' && answered ? { phase: 'body' } : undefined)),
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '192.0.2.9:45204 [22/Nov/2026:11:56:49.300] shop be/s1 0/0/0/3/12 200 412 - - PD-- 9/9/8/8/0 0/0 "GET /feed HTTP/1.1"',
      gives: { phase: 'body' },
      from: 'rebuilt from the template, HAProxy 3.4.0 src/log.c',
    },
  ],
  nearMisses: [
    {
      line: '192.0.2.9:45204 [22/Nov/2026:11:56:49.300] shop be/s1 0/0/0/-1/12 400 0 - - PD-- 9/9/8/8/0 0/0 "POST /feed HTTP/1.1"',
      because: 'no response had begun: it was the client’s request that was broken',
    },
  ],
});
