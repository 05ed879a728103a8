import { defineClue } from '#lib/catalogue/define.ts';

export const beanstalkEngineDeploy = defineClue({
  id: 'beanstalk/engine-deploy',
  formats: ['leading-time', 'plain'],
  needles: ['Engine command: (app-deploy)'],
  means: 'The engine of Elastic Beanstalk on this instance begins to deploy a version of the application.',
  provenance: {
    project: 'AWS Elastic Beanstalk',
    file: '/var/log/eb-engine.log',
    version: 'Amazon Linux 2 and 2023 platforms, published logs of 2023-12 and 2026-03',
  },
  pattern: /^Engine command: \((?<reason>app-deploy)\)\s*$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '2026/11/22 12:00:02.149069 [INFO] Engine command: (app-deploy)',
      gives: { reason: 'app-deploy' },
      from: 'rebuilt from the template, a published eb-engine.log of 2026-03',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:00:02.149069 [INFO] Engine command: (tail-log)',
      because: 'somebody fetches logs',
    },
    {
      line: '2026/11/22 12:00:02.149069 [INFO] checking whether command app-deploy is applicable to this instance...',
      because: 'nothing has begun',
    },
  ],
});
