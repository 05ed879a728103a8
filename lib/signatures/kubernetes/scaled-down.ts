import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesScaledDown = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/scaled-down',
  needles: ['Scaled down replica set'],
  means: 'A rollout or an autoscaler takes pods of a Deployment away.',
  provenance: { project: 'kubernetes', file: 'pkg/controller/deployment/sync.go', version: '1.20 to 1.32' },
  reads: (event) => said(event, ['ScalingReplicaSet'], /^Scaled down replica set (?<name>\S+)/),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -45000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api.187a","namespace":"shop"},"involvedObject":{"kind":"Deployment","name":"api","namespace":"shop"},"reason":"ScalingReplicaSet","message":"Scaled down replica set api-6d4b75cb6d from 3 to 2","source":{"component":"deployment-controller","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      gives: { reason: 'Scaled down replica set api-6d4b75cb6d from 3 to 2' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/controller/deployment/sync.go',
    },
    {
      line: '2m32s       Normal    ScalingReplicaSet             deployment/api    Scaled down replica set api-6d4b75cb6d to 0',
      gives: {},
      from: 'rebuilt from the template, Kubernetes 1.20 pkg/controller/deployment/sync.go',
    },
  ],
  nearMisses: [
    {
      line: '2m32s       Normal    ScalingReplicaSet             deployment/api    Scaled up replica set api-7f9c4d5b8 from 0 to 1',
      because: 'pods come',
    },
  ],
});
