import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesNodeEvicted = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/node-evicted',
  needles: ['Marking for deletion Pod'],
  means: 'The pod is taken from its node because the node is tainted or no longer answers.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/controller/tainteviction/taint_eviction.go, pkg/controller/util/node/controller_utils.go',
    version: '1.20 to 1.32',
  },
  reads: (event) =>
    said(event, ['TaintManagerEviction', 'NodeControllerEviction'], /^Marking for deletion Pod /),
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -40000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop"},"reason":"TaintManagerEviction","message":"Marking for deletion Pod shop/api-6d4b75cb6d-hm8zq","source":{"component":"taint-eviction-controller","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/controller/tainteviction/taint_eviction.go',
    },
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop"},"reason":"NodeControllerEviction","message":"Marking for deletion Pod api-6d4b75cb6d-hm8zq from Node node-1","source":{"component":"node-controller","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/controller/util/node/controller_utils.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop"},"reason":"TaintManagerEviction","message":"Cancelling deletion of Pod shop/api-6d4b75cb6d-hm8zq","source":{"component":"taint-eviction-controller","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      because: 'it may stay',
    },
  ],
});
