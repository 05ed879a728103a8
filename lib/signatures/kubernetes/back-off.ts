import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesBackOff = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/back-off',
  needles: ['Back-off restarting'],
  means: 'The container keeps ending and the kubelet waits before it starts it again.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go',
    version: '1.20 to 1.32',
  },
  reads: (event) => said(event, ['BackOff'], /^Back-off restarting failed container/),
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -60000, to: 60000 },
  consequences: [
    { of: 'kubernetes/oom-killed', sharing: 'unit', within: { from: -600000, to: 60000 } },
    { of: 'kubernetes/probe-killed', sharing: 'unit', within: { from: -600000, to: 0 } },
    { of: 'kubernetes/insights-oom-killed', sharing: 'unit', within: { from: -600000, to: 60000 } },
  ],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"BackOff","message":"Back-off restarting failed container api in pod api-6d4b75cb6d-hm8zq_shop(1c2d3e4f)","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq', container: 'api' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/kuberuntime/kuberuntime_manager.go',
    },
    {
      line: '2m32s       Warning    BackOff             pod/api-6d4b75cb6d-hm8zq    Back-off restarting failed container',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.20 pkg/kubelet/kuberuntime/kuberuntime_manager.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"BackOff","message":"Back-off pulling image \\"registry.example.com/api:43\\"","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      because: 'the image cannot be had',
    },
  ],
});
