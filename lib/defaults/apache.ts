import { defineProgram } from '#lib/catalogue/define.ts';

const manual = 'https://httpd.apache.org/docs/2.4/mod';

export const apache = defineProgram({
  program: 'apache',
  title: 'Apache httpd',
  role: 'proxy',
  processes: ['apache2', 'httpd', '/usr/sbin/apache2', '/usr/sbin/httpd'],
  limits: [
    {
      kind: 'response',
      setting: 'apache.ProxyTimeout',
      written: 'ProxyTimeout',
      unit: 'ms',
      values: [
        { since: '2.0', value: 300_000, note: 'As Timeout, unless set.' },
        { since: '2.4', value: 60_000, note: 'As Timeout, unless set; Debian and Ubuntu set Timeout 300.' },
      ],
      manual: `${manual}/mod_proxy.html#proxytimeout`,
    },
    {
      kind: 'keep-alive',
      setting: 'apache.ttl',
      written: 'ttl (of ProxyPass)',
      line: 'ProxyPass … ttl={}',
      unit: 'ms',
      values: [
        {
          since: '2.2',
          value: null,
          note: 'Connections to an http or ajp backend are kept and reused without a limit; to fcgi only with enablereuse=on.',
        },
      ],
      manual: `${manual}/mod_proxy.html#proxypass`,
    },
    {
      kind: 'body-size',
      setting: 'apache.LimitRequestBody',
      written: 'LimitRequestBody',
      unit: 'bytes',
      values: [
        { since: '2.0', value: null },
        {
          since: '2.4.54',
          value: 1_073_741_824,
          note: 'Does not hold for requests that are proxied, unless set.',
        },
      ],
      manual: `${manual}/core.html#limitrequestbody`,
    },
    {
      kind: 'header-size',
      setting: 'apache.LimitRequestFieldSize',
      written: 'LimitRequestFieldSize',
      unit: 'bytes',
      values: [{ since: '2.0', value: 8_190, note: 'For each header; LimitRequestLine is the same.' }],
      manual: `${manual}/core.html#limitrequestfieldsize`,
    },
    {
      kind: 'header-size',
      setting: 'apache.responsefieldsize',
      written: 'responsefieldsize (of ProxyPass)',
      line: 'ProxyPass … responsefieldsize={}',
      unit: 'bytes',
      values: [{ since: '2.4.34', value: 8_192, note: 'For each header of a response.' }],
      manual: `${manual}/mod_proxy.html#proxypass`,
    },
  ],
});
