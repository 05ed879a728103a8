import { defineClue } from '#lib/catalogue/define.ts';

export const beanstalkEngineDeploy = defineClue({
  id: 'beanstalk/engine-deploy',
  formats: ['leading-time', 'plain'],
  needles: ['Engine command: ('],
  means: 'The engine of Elastic Beanstalk on this instance begins a deployment or a restart.',
  provenance: {
    project: 'AWS Elastic Beanstalk',
    file: '/var/log/eb-engine.log',
    version: 'Amazon Linux 2 and 2023 platforms',
  },
  pattern:
    /^Engine command: \((?<reason>app-deploy|config-deploy|restart-app-server|app-restart|env-update)\)\s*$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '2026/11/22 12:00:02.149069 [INFO] Engine command: (app-deploy)',
      gives: { reason: 'app-deploy' },
      from: 'rebuilt from the template, public eb-engine.log of Amazon Linux 2 and 2023 platforms',
    },
    {
      line: '2026/11/22 12:00:02.149069 [INFO] Engine command: (restart-app-server)',
      gives: { reason: 'restart-app-server' },
      from: 'rebuilt from the template, public eb-engine.log of Amazon Linux 2 and 2023 platforms',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:00:02.149069 [INFO] Engine command: (bundle-log)',
      because: 'somebody fetches logs',
    },
    {
      line: '2026/11/22 12:00:02.149069 [INFO] checking whether command app-deploy is applicable to this instance...',
      because: 'nothing has begun',
    },
  ],
});
