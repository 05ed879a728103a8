import { defineProgram } from '#lib/catalogue/define.ts';

export const daphne = defineProgram({
  program: 'daphne',
  title: 'Daphne',
  role: 'backend',
  processes: ['daphne*', 'python*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'daphne.keep_alive',
      written: 'idle connections',
      line: null,
      unit: 'ms',
      values: [{ since: '4.0.0', value: null }],
      manual: 'https://github.com/django/daphne#readme',
    },
    {
      kind: 'request',
      setting: 'daphne.http_timeout',
      written: '--http-timeout',
      unit: 'ms',
      values: [{ since: '4.0.0', value: null }],
      manual: 'https://github.com/django/daphne#readme',
    },
    {
      kind: 'grace',
      setting: 'daphne.application_close_timeout',
      written: '--application-close-timeout',
      unit: 'ms',
      values: [{ since: '4.0.0', value: 10_000 }],
      manual: 'https://github.com/django/daphne#readme',
    },
  ],
});
