import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesGraceExceeded = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/grace-exceeded',
  needles: ['ExceededGracePeriod', 'FailedPreStopHook'],
  means: 'The pod did not end within its grace period, or its preStop hook failed.',
  provenance: { project: 'kubernetes', file: 'pkg/kubelet/pod_workers.go', version: '1.20 to 1.32' },
  reads: (event) => said(event, ['ExceededGracePeriod', 'FailedPreStopHook']),
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -40000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop"},"reason":"ExceededGracePeriod","message":"Container runtime did not kill the pod within specified grace period.","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/pod_workers.go',
    },
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"FailedPreStopHook","message":"PreStopHook failed","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/kuberuntime/kuberuntime_container.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"FailedPostStartHook","message":"PostStartHook failed","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      because: 'the start failed',
    },
  ],
});
