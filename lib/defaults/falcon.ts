import { defineProgram } from '#lib/catalogue/define.ts';

export const falcon = defineProgram({
  program: 'falcon',
  title: 'Falcon',
  role: 'backend',
  processes: ['falcon*', 'ruby*'],
  limits: [
    {
      kind: 'request',
      setting: 'falcon.timeout',
      written: '--timeout',
      unit: 'ms',
      values: [{ since: '0.40.0', value: null }],
      manual: 'https://socketry.github.io/falcon/guides/getting-started/index',
    },
    {
      kind: 'grace',
      setting: 'falcon.graceful_stop',
      written: '--graceful-stop',
      unit: 'ms',
      values: [{ since: '0.40.0', value: 1_000 }],
      manual: 'https://socketry.github.io/falcon/guides/getting-started/index',
    },
  ],
});
