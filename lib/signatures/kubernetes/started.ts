import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesStarted = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/started',
  needles: ['Started'],
  means: 'The kubelet has started a container.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/kubelet/kuberuntime/kuberuntime_container.go',
    version: '1.20 to 1.32',
  },
  reads: (event) => said(event, ['Started'], /^(?:Started container|Container started)/),
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -60000, to: 60000 },
  consequences: [
    { of: 'kubernetes/oom-killed', sharing: 'unit', within: { from: -600000, to: 0 } },
    { of: 'kubernetes/probe-killed', sharing: 'unit', within: { from: -600000, to: 0 } },
    { of: 'kubernetes/back-off', sharing: 'unit', within: { from: -600000, to: 0 } },
  ],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"Started","message":"Started container api","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq', container: 'api' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/kuberuntime/kuberuntime_container.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"Created","message":"Created container api","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      because: 'not started yet',
    },
  ],
});
