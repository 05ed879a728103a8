import { defineClue } from '#lib/catalogue/define.ts';

export const envoyStopping = defineClue({
  id: 'envoy/stopping',
  formats: ['envoy-log'],
  needles: ['SIGTERM'],
  means: 'Envoy was told to stop, and closes what is still open.',
  provenance: { project: 'Envoy', file: 'source/server/server.cc', version: 'v1.40.0, captured' },
  pattern: /^caught (?:ENVOY_)?SIGTERM$/,
  points: [
    { cause: 'restart', strength: 'context' },
    { cause: 'network', strength: 'context' },
  ],
  within: { from: -60000, to: 10000 },
  consequences: [],
  trigger: true,
  samples: [
    {
      line: '[2026-11-27 04:11:12.504][8849][warning][main] [source/server/server.cc:1028] caught ENVOY_SIGTERM',
      gives: {},
      from: 'captured, Envoy 1.40.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27 04:11:12.504][8849][info][main] [source/server/server.cc:1167] shutting down server instance',
      because: 'said a moment later',
    },
  ],
});
