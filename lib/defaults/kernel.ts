import { defineProgram } from '#lib/catalogue/define.ts';

export const kernel = defineProgram({
  program: 'kernel',
  title: 'Linux',
  role: 'platform',
  processes: [],
  limits: [
    {
      kind: 'capacity',
      setting: 'kernel.somaxconn',
      written: 'net.core.somaxconn',
      unit: 'count',
      values: [
        { since: '2.4', value: 128 },
        { since: '5.4', value: 4_096 },
      ],
      manual: 'https://docs.kernel.org/admin-guide/sysctl/net.html',
    },
  ],
});
