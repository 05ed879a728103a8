import { defineProgram } from '#lib/catalogue/define.ts';

export const herokuDynoDefaults = defineProgram({
  program: 'heroku-dyno',
  title: 'Heroku dyno',
  role: 'platform',
  processes: [],
  limits: [
    {
      kind: 'grace',
      setting: 'heroku-dyno.shutdown',
      written: 'shutdown timeout',
      line: null,
      unit: 'ms',
      values: [{ since: '1', value: 30000, note: 'Cannot be changed on the Common Runtime.' }],
      manual: 'https://devcenter.heroku.com/articles/dyno-shutdown-behavior',
    },
  ],
});
