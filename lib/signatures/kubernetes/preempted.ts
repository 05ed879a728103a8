import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesPreempted = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/preempted',
  needles: ['Preempting', 'Preempted'],
  means: 'The pod had to make room for one of higher priority.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/kubelet/preemption/preemption.go, pkg/scheduler/framework/preemption/preemption.go',
    version: '1.20 to 1.32',
  },
  reads: (event) =>
    said(event, ['Preempting', 'Preempted'], /^Preempted (?:in order to admit critical pod|by )/),
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -40000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop"},"reason":"Preempting","message":"Preempted in order to admit critical pod","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/preemption/preemption.go',
    },
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop"},"reason":"Preempted","message":"Preempted by pod 8d1c2b3a-4f5e-6d7c-8b9a-0f1e2d3c4b5a on node node-1","source":{"component":"default-scheduler","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/scheduler/framework/preemption/preemption.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop"},"reason":"FailedScheduling","message":"0/3 nodes are available: preemption is not helpful for scheduling.","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      because: 'nobody was preempted',
    },
  ],
});
