import { defineClue } from '#lib/catalogue/define.ts';

export const envoyUpstreamReset = defineClue({
  id: 'envoy/upstream-reset',
  formats: ['envoy-log'],
  needles: ['upstream reset: reset reason'],
  means: 'At debug level Envoy says why it gave up on the backend; the access record says the same.',
  provenance: { project: 'Envoy', file: 'source/common/router/router.cc', version: 'v1.25.0' },
  pattern: /^\[C\d+\]\[S\d+\] upstream reset: reset reason: (?<reason>[^,]{1,80})/,
  points: [],
  within: { from: -2000, to: 2000 },
  consequences: [],
  samples: [
    {
      line: '2023-02-04T18:37:09.389129Z\tdebug\tenvoy router\t[C5639][S7201092609648127836] upstream reset: reset reason: connection termination, transport failure reason:',
      gives: { reason: 'connection termination' },
      from: 'published, Istio 1.16 at debug level',
    },
  ],
  nearMisses: [],
});
