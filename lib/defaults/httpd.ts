import { defineProgram } from '#lib/catalogue/define.ts';

export const httpd = defineProgram({
  program: 'httpd',
  title: 'Apache httpd as backend',
  role: 'backend',
  processes: ['apache2', 'httpd'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'httpd.KeepAliveTimeout',
      written: 'KeepAliveTimeout',
      unit: 'ms',
      values: [{ since: '2.4.0', value: 5_000 }],
      manual: 'https://httpd.apache.org/docs/2.4/mod/core.html#keepalivetimeout',
    },
    {
      kind: 'request',
      setting: 'httpd.Timeout',
      written: 'Timeout',
      unit: 'ms',
      values: [{ since: '2.4.0', value: 60_000 }],
      manual: 'https://httpd.apache.org/docs/2.4/mod/core.html#timeout',
    },
    {
      kind: 'header-size',
      setting: 'httpd.LimitRequestFieldSize',
      written: 'LimitRequestFieldSize',
      unit: 'bytes',
      values: [{ since: '2.4.0', value: 8_190, note: 'For each header; at most 100 of them.' }],
      manual: 'https://httpd.apache.org/docs/2.4/mod/core.html#limitrequestfieldsize',
    },
    {
      kind: 'body-size',
      setting: 'httpd.LimitRequestBody',
      written: 'LimitRequestBody',
      unit: 'bytes',
      values: [
        { since: '2.4.0', value: null },
        { since: '2.4.54', value: 1_073_741_824 },
      ],
      manual: 'https://httpd.apache.org/docs/2.4/mod/core.html#limitrequestbody',
    },
    {
      kind: 'recycle',
      setting: 'httpd.MaxConnectionsPerChild',
      written: 'MaxConnectionsPerChild',
      unit: 'count',
      values: [{ since: '2.4.0', value: null }],
      manual: 'https://httpd.apache.org/docs/2.4/mod/mpm_common.html#maxconnectionsperchild',
    },
    {
      kind: 'capacity',
      setting: 'httpd.MaxRequestWorkers',
      written: 'MaxRequestWorkers',
      unit: 'count',
      values: [{ since: '2.4.0', value: 400, note: '256 with the prefork module.' }],
      manual: 'https://httpd.apache.org/docs/2.4/mod/mpm_common.html#maxrequestworkers',
    },
  ],
});
