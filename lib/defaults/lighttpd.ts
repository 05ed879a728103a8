import { defineProgram } from '#lib/catalogue/define.ts';

const manual = 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_ModProxy';

export const lighttpd = defineProgram({
  program: 'lighttpd',
  title: 'lighttpd',
  role: 'proxy',
  processes: ['lighttpd'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'lighttpd.backend_keep_alive',
      written: 'mod_proxy',
      unit: 'ms',
      values: [
        {
          since: '1.4',
          value: 0,
          note: 'Every request has a connection of its own, with Connection: close.',
        },
      ],
      manual,
    },
    {
      kind: 'response',
      setting: 'lighttpd.read-timeout',
      written: 'read-timeout',
      unit: 'ms',
      values: [{ since: '1.4.59', value: null }],
      manual,
    },
    {
      kind: 'response',
      setting: 'lighttpd.connect-timeout',
      written: 'connect-timeout',
      unit: 'ms',
      values: [{ since: '1.4.59', value: 8_000 }],
      manual,
    },
  ],
});
