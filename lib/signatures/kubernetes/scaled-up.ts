import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesScaledUp = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/scaled-up',
  needles: ['Scaled up replica set'],
  means:
    'A rollout or an autoscaler adds pods to a Deployment: with a new replica set those of the old one go.',
  provenance: { project: 'kubernetes', file: 'pkg/controller/deployment/sync.go', version: '1.20 to 1.32' },
  reads: (event) => said(event, ['ScalingReplicaSet'], /^Scaled up replica set (?<name>\S+)/),
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api.187a","namespace":"shop"},"involvedObject":{"kind":"Deployment","name":"api","namespace":"shop"},"reason":"ScalingReplicaSet","message":"Scaled up replica set api-7f9c4d5b8 from 0 to 1","source":{"component":"deployment-controller","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      gives: { reason: 'Scaled up replica set api-7f9c4d5b8 from 0 to 1' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/controller/deployment/sync.go',
    },
    {
      line: '2m32s       Normal    ScalingReplicaSet             deployment/api    Scaled up replica set api-7f9c4d5b8 to 1',
      gives: { reason: 'Scaled up replica set api-7f9c4d5b8 to 1' },
      from: 'rebuilt from the template, Kubernetes 1.20 pkg/controller/deployment/sync.go',
    },
  ],
  nearMisses: [
    {
      line: '2m32s       Normal    ScalingReplicaSet             deployment/api    Scaled down replica set api-6d4b75cb6d from 3 to 2',
      because: 'pods go',
    },
  ],
});
