import { defineProgram } from '#lib/catalogue/define.ts';

export const kubernetes = defineProgram({
  program: 'kubernetes',
  title: 'Kubernetes',
  role: 'platform',
  processes: ['kubelet', 'kube-*', 'pause', 'node-problem-de'],
  limits: [
    {
      kind: 'grace',
      setting: 'kubernetes.terminationGracePeriodSeconds',
      written: 'terminationGracePeriodSeconds',
      unit: 'ms',
      values: [
        {
          since: '1.2',
          value: 30_000,
          note: 'From SIGTERM to SIGKILL, the time of a preStop hook included; meanwhile the pod leaves the endpoints.',
        },
      ],
      manual: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    },
  ],
});
