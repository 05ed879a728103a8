import { defineFormat } from '#lib/catalogue/define.ts';

const head = /^\[pod\/([a-z0-9][a-z0-9.-]{0,252})\/([a-z0-9][a-z0-9-]{0,62})\] /;

export const kubectlPrefix = defineFormat({
  id: 'kubectl-prefix',
  title: 'kubectl logs --prefix',
  manual: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_logs/',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'absent', resolution: 1_000, stamps: 'none' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    return {
      kind: 'envelope',
      stamp: undefined,
      inner: line.slice(h[0].length),
      fields: { unit: h[1] ?? '', containerName: h[2] ?? '' },
    };
  },
  samples: [
    {
      line: '[pod/api-6d4b75cb6d-hm8zq/api] INFO:     Shutting down',
      gives: {
        inner: 'INFO:     Shutting down',
        fields: { unit: 'api-6d4b75cb6d-hm8zq', containerName: 'api' },
      },
      from: 'rebuilt from the template, kubernetes staging/src/k8s.io/kubectl/pkg/cmd/logs/logs.go',
    },
  ],
  forgeries: [
    {
      line: '[pod/api-0/api] GET /[pod/db-0/db] forged',
      gives: { message: 'GET /[pod/db-0/db] forged', fields: { unit: 'api-0', containerName: 'api' } },
      because: "only the first bracket is kubectl's",
    },
  ],
});
