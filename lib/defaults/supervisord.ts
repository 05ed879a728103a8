import { defineProgram } from '#lib/catalogue/define.ts';

export const supervisord = defineProgram({
  program: 'supervisord',
  title: 'supervisord',
  role: 'platform',
  processes: ['supervisord'],
  limits: [
    {
      kind: 'grace',
      setting: 'supervisord.stopwaitsecs',
      written: 'stopwaitsecs',
      unit: 'ms',
      values: [{ since: '3.0', value: 10_000, note: 'From SIGTERM (stopsignal) to SIGKILL.' }],
      manual: 'https://supervisord.org/configuration.html#program-x-section-settings',
    },
  ],
});
