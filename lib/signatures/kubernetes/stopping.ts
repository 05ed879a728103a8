import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesStopping = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/stopping',
  needles: ['Stopping container'],
  means:
    'The kubelet is stopping the container because its pod goes: a rollout, a drain, a scale-in, a deletion.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/kubelet/kuberuntime/kuberuntime_container.go',
    version: '1.20 to 1.32',
  },
  reads: (event) => said(event, ['Killing'], /^Stopping container (?<name>\S+)$/),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"Killing","message":"Stopping container api","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq', container: 'api' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/kuberuntime/kuberuntime_container.go',
    },
    {
      line: '2m32s       Normal    Killing             pod/api-6d4b75cb6d-hm8zq    Stopping container api',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/printers/internalversion/printers.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"Killing","message":"Container api failed liveness probe, will be restarted","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      because: 'the probe failed',
    },
  ],
});
