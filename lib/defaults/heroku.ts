import { defineProgram } from '#lib/catalogue/define.ts';

export const herokuDefaults = defineProgram({
  program: 'heroku',
  title: 'Heroku',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'response',
      setting: 'heroku.first_byte',
      written: 'first-byte timeout',
      line: null,
      unit: 'ms',
      values: [
        {
          since: '1',
          value: 30000,
          note: 'Cannot be changed; once something was sent, 55 s without anything more (H15).',
        },
      ],
      manual: 'https://devcenter.heroku.com/articles/http-routing#timeouts',
    },
    {
      kind: 'keep-alive',
      setting: 'heroku.keepalive',
      written: 'keep-alive to dynos',
      line: null,
      unit: 'ms',
      values: [
        { since: '1', value: 0, note: 'The legacy router opens a connection for each request.' },
        { since: '2.0', value: 90000, note: 'Router 2.0; http-disable-keepalive-to-dyno turns it off.' },
      ],
      manual: 'https://devcenter.heroku.com/articles/http-routing#keepalives',
    },
  ],
});
