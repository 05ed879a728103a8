import { defineProgram } from '#lib/catalogue/define.ts';

const manual = 'https://www.squid-cache.org/Doc/config';

export const squid = defineProgram({
  program: 'squid',
  title: 'Squid',
  role: 'proxy',
  processes: ['squid', 'squid3', '(squid-*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'squid.server_idle_pconn_timeout',
      written: 'server_idle_pconn_timeout',
      unit: 'ms',
      values: [{ since: '3.2', value: 60_000 }],
      manual: `${manual}/server_idle_pconn_timeout/`,
    },
    {
      kind: 'response',
      setting: 'squid.read_timeout',
      written: 'read_timeout',
      unit: 'ms',
      values: [{ since: '2.0', value: 900_000 }],
      manual: `${manual}/read_timeout/`,
    },
    {
      kind: 'response',
      setting: 'squid.connect_timeout',
      written: 'connect_timeout',
      unit: 'ms',
      values: [{ since: '2.0', value: 60_000 }],
      manual: `${manual}/connect_timeout/`,
    },
    {
      kind: 'header-size',
      setting: 'squid.reply_header_max_size',
      written: 'reply_header_max_size',
      unit: 'bytes',
      values: [{ since: '3.1', value: 65_536 }],
      manual: `${manual}/reply_header_max_size/`,
    },
  ],
});
