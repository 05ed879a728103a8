import { defineClue } from '#lib/catalogue/define.ts';

export const envoyAgentAborted = defineClue({
  id: 'envoy/agent-aborted',
  formats: ['envoy-log'],
  needles: ['terminating remaining proxies', 'Aborting proxy'],
  means: 'Istio’s agent ended Envoy with whatever was still open: the drain time was over.',
  provenance: { project: 'Istio', file: 'pkg/envoy/agent.go', version: '1.24' },
  pattern: /^(?:Graceful termination period complete, terminating remaining proxies\.|Aborting proxy)$/,
  points: [
    { cause: 'restart', strength: 'context' },
    { cause: 'network', strength: 'context' },
  ],
  within: { from: -10000, to: 10000 },
  consequences: [],
  samples: [
    {
      line: '2025-01-06T15:53:31.770674Z\tinfo\tGraceful termination period complete, terminating remaining proxies.',
      gives: {},
      from: 'rebuilt from the template, Istio 1.24 pkg/envoy/agent.go',
    },
  ],
  nearMisses: [],
});
