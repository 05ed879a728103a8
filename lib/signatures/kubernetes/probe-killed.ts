import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesProbeKilled = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/probe-killed',
  needles: ['will be restarted'],
  means:
    'The kubelet restarts the container because its liveness or startup probe failed, or its definition changed.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go',
    version: '1.20 to 1.32',
  },
  reads: (event) =>
    said(
      event,
      ['Killing'],
      /^Container (?<name>\S+) (?:failed (?:liveness|startup) probe|definition changed), will be restarted$/,
    ),
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -35000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"Killing","message":"Container api failed liveness probe, will be restarted","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      gives: {
        unit: 'api-6d4b75cb6d-hm8zq',
        container: 'api',
        reason: 'Container api failed liveness probe, will be restarted',
      },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/kuberuntime/kuberuntime_manager.go',
    },
    {
      line: '2m32s       Normal    Killing             pod/api-6d4b75cb6d-hm8zq    Container api failed startup probe, will be restarted',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/kuberuntime/kuberuntime_manager.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"Killing","message":"Stopping container api","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      because: 'the pod goes',
    },
  ],
});
