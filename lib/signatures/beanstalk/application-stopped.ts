import { defineClue } from '#lib/catalogue/define.ts';

export const beanstalkApplicationStopped = defineClue({
  id: 'beanstalk/application-stopped',
  formats: ['leading-time', 'plain'],
  needles: ['systemctl stop eb-app.target'],
  means: 'The engine of Elastic Beanstalk stops the old version of the application on this instance.',
  provenance: {
    project: 'AWS Elastic Beanstalk',
    file: '/var/log/eb-engine.log, FlipApplication',
    version: 'Amazon Linux 2 and 2023 platforms, published logs of 2020-10 and 2026-01',
  },
  pattern: /^Running command(?::| \/bin\/sh -c) systemctl stop (?<reason>eb-app\.target)$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -10000, to: 30000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 12:00:02.410276 [INFO] Running command: systemctl stop eb-app.target',
      gives: { reason: 'eb-app.target' },
      from: 'rebuilt from the template, a published eb-engine.log of 2026-01',
    },
    {
      line: '2026/11/22 12:00:02.410276 [INFO] Running command /bin/sh -c systemctl stop eb-app.target',
      gives: { reason: 'eb-app.target' },
      from: 'rebuilt from the template, a published eb-engine.log of 2020-10',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:00:02.410276 [INFO] Running command /bin/sh -c systemctl stop xray.service',
      because: 'another daemon',
    },
    {
      line: '2026/11/22 12:00:02.410276 [INFO] Running command: systemctl stop nginx.service',
      because: 'the proxy of the platform',
    },
  ],
});
