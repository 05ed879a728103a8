import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesPodDeleted = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/pod-deleted',
  needles: ['Deleted pod: ', 'delete Pod '],
  means: 'A controller deleted a pod: it gets SIGTERM.',
  provenance: { project: 'kubernetes', file: 'pkg/controller/controller_utils.go', version: '1.20 to 1.32' },
  reads: (event) => said(event, ['SuccessfulDelete'], /^(?:Deleted pod: |delete Pod )(?<unit>\S+)/),
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -45000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d.187a","namespace":"shop"},"involvedObject":{"kind":"ReplicaSet","name":"api-6d4b75cb6d","namespace":"shop"},"reason":"SuccessfulDelete","message":"Deleted pod: api-6d4b75cb6d-hm8zq","source":{"component":"replicaset-controller","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/controller/controller_utils.go',
    },
    {
      line: '2m32s       Normal    SuccessfulDelete             statefulset/api    delete Pod api-0 in StatefulSet api successful',
      gives: { unit: 'api-0' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/controller/statefulset/stateful_pod_control.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d.187a","namespace":"shop"},"involvedObject":{"kind":"ReplicaSet","name":"api-6d4b75cb6d","namespace":"shop"},"reason":"SuccessfulCreate","message":"Created pod: api-6d4b75cb6d-hm8zq","source":{"component":"replicaset-controller","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      because: 'a pod comes',
    },
  ],
});
