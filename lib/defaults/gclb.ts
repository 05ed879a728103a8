import { defineProgram } from '#lib/catalogue/define.ts';

export const gclbDefaults = defineProgram({
  program: 'gclb',
  title: 'Google Cloud Load Balancer',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'gclb.backend_keepalive',
      written: 'backend keep-alive timeout',
      line: null,
      unit: 'ms',
      values: [{ since: '2015', value: 600000, note: 'Fixed.' }],
      manual: 'https://cloud.google.com/load-balancing/docs/https/request-distribution',
    },
    {
      kind: 'response',
      setting: 'gclb.timeoutSec',
      written: 'timeoutSec',
      unit: 'ms',
      values: [{ since: '2015', value: 30000 }],
      manual: 'https://cloud.google.com/load-balancing/docs/backend-service#timeout-setting',
    },
  ],
});
