import { defineClue } from '#lib/catalogue/define.ts';

export const envoyAgentLostProxy = defineClue({
  id: 'envoy/agent-lost-proxy',
  formats: ['envoy-log'],
  needles: ['exited with error'],
  means: 'Envoy itself ended with an error, with all its connections, and Istio’s agent says so.',
  provenance: { project: 'Istio', file: 'pkg/envoy/agent.go', version: '1.24' },
  pattern: /^(?:Envoy|Epoch \d+) exited with error: (?:signal: )?(?<reason>.{1,120})/,
  points: [{ cause: 'network', strength: 'supporting' }],
  within: { from: -10000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '2025-01-06T15:53:31.770674Z\terror\tEnvoy exited with error: signal: segmentation fault (core dumped)',
      gives: { reason: 'segmentation fault (core dumped)' },
      from: 'rebuilt from the template, Istio 1.24 pkg/envoy/agent.go',
    },
    {
      line: '2021-01-06T15:53:31.770674Z\terror\tEpoch 0 exited with error: signal: killed',
      gives: { reason: 'killed' },
      from: 'rebuilt from the template, Istio 1.9 pkg/envoy/agent.go',
    },
  ],
  nearMisses: [
    {
      line: '2025-01-06T15:53:31.770674Z\tinfo\tEnvoy exited normally',
      because: 'it was told to',
    },
  ],
});
