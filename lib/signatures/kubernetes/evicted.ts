import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesEvicted = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/evicted',
  needles: ['Evicted'],
  means:
    'The kubelet evicted the pod because its node ran short of memory or disk, or the pod used more disk than it may.',
  provenance: { project: 'kubernetes', file: 'pkg/kubelet/eviction/helpers.go', version: '1.20 to 1.32' },
  reads: (event) => said(event, ['Evicted']),
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -40000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop"},"reason":"Evicted","message":"The node was low on resource: memory. Threshold quantity: 100Mi, available: 54312Ki. Container api was using 912Mi, request is 256Mi, has larger consumption of memory. ","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/eviction/helpers.go',
    },
    {
      line: '2m32s       Warning    Evicted             pod/api-6d4b75cb6d-hm8zq    Container api exceeded its local ephemeral storage limit "1Gi". ',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/eviction/helpers.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"node-1.187a","namespace":"shop"},"involvedObject":{"kind":"Node","name":"node-1","namespace":"shop"},"reason":"EvictionThresholdMet","message":"Attempting to reclaim memory","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      because: 'no pod has gone yet',
    },
  ],
});
