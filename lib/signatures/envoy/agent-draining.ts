import { defineClue } from '#lib/catalogue/define.ts';

export const envoyAgentDraining = defineClue({
  id: 'envoy/agent-draining',
  formats: ['envoy-log'],
  needles: ['draining Proxy for termination', 'draining proxy'],
  means: 'Istio’s agent lets the sidecar drain: its pod is being stopped.',
  provenance: { project: 'Istio', file: 'pkg/envoy/agent.go', version: '1.24' },
  pattern: /^Agent draining [Pp]roxy(?: for termination)?$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -120000, to: 10000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '2025-01-06T15:53:11.767874Z\tinfo\tAgent draining Proxy for termination',
      gives: {},
      from: 'rebuilt from the template, Istio 1.24 pkg/envoy/agent.go',
    },
  ],
  nearMisses: [],
});
