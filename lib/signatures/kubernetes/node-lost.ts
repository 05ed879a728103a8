import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesNodeLost = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/node-lost',
  needles: ['NodeNotReady', 'has been rebooted'],
  means: 'The node was restarted or no longer answers, and its pods with it.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/kubelet/nodestatus/setters.go, pkg/controller/nodelifecycle/node_lifecycle_controller.go',
    version: '1.20 to 1.32',
  },
  reads: (event) => said(event, ['NodeNotReady', 'Rebooted']),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -60000, to: 60000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop"},"reason":"NodeNotReady","message":"Node is not ready","source":{"component":"node-controller","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/controller/nodelifecycle/node_lifecycle_controller.go',
    },
    {
      line: '2m32s       Warning    Rebooted             node/node-1    Node node-1 has been rebooted, boot id: 8d1c2b3a',
      gives: { reason: 'Node node-1 has been rebooted, boot id: 8d1c2b3a' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/nodestatus/setters.go',
    },
  ],
  nearMisses: [
    {
      line: '2m32s       Normal    NodeReady             node/node-1    Node node-1 status is now: NodeReady',
      because: 'it is back',
    },
  ],
});
