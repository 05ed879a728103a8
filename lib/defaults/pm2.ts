import { defineProgram } from '#lib/catalogue/define.ts';

export const pm2 = defineProgram({
  program: 'pm2',
  title: 'PM2',
  role: 'backend',
  processes: ['PM2*', 'pm2*'],
  limits: [
    {
      kind: 'grace',
      setting: 'pm2.kill_timeout',
      written: 'kill_timeout',
      unit: 'ms',
      values: [{ since: '2.0.0', value: 1_600 }],
      manual: 'https://pm2.keymetrics.io/docs/usage/signals-clean-restart/',
    },
    {
      kind: 'recycle',
      setting: 'pm2.max_memory_restart',
      written: 'max_memory_restart',
      unit: 'bytes',
      values: [{ since: '2.0.0', value: null, note: 'Looked at every 30 s.' }],
      manual: 'https://pm2.keymetrics.io/docs/usage/memory-limit/',
    },
  ],
});
