import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesRescaled = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/rescaled',
  needles: ['New size: '],
  means: 'The horizontal autoscaler changed the number of pods.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/controller/podautoscaler/horizontal.go',
    version: '1.20 to 1.32',
  },
  reads: (event) => said(event, ['SuccessfulRescale'], /^New size: \d+; reason: /),
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -60000, to: 5000 },
  consequences: [],
  trigger: true,
  samples: [
    {
      line: '2m32s       Normal    SuccessfulRescale             horizontalpodautoscaler/api    New size: 2; reason: All metrics below target',
      gives: { reason: 'New size: 2; reason: All metrics below target' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/controller/podautoscaler/horizontal.go',
    },
  ],
  nearMisses: [
    {
      line: '2m32s       Warning    FailedRescale             horizontalpodautoscaler/api    New size: 2; reason: All metrics below target; error: conflict',
      because: 'it did not',
    },
  ],
});
