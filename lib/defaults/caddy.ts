import { defineProgram } from '#lib/catalogue/define.ts';

const manual = 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy';

export const caddy = defineProgram({
  program: 'caddy',
  title: 'Caddy',
  role: 'proxy',
  processes: ['caddy'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'caddy.keepalive',
      written: 'keepalive (of transport http)',
      unit: 'ms',
      values: [{ since: '2.5', value: 120_000 }],
      manual: `${manual}#the-http-transport`,
    },
    {
      kind: 'response',
      setting: 'caddy.response_header_timeout',
      written: 'response_header_timeout',
      unit: 'ms',
      values: [{ since: '2.0', value: null }],
      manual: `${manual}#the-http-transport`,
    },
    {
      kind: 'response',
      setting: 'caddy.dial_timeout',
      written: 'dial_timeout',
      unit: 'ms',
      values: [
        { since: '2.0', value: 10_000 },
        { since: '2.5', value: 3_000 },
      ],
      manual: `${manual}#the-http-transport`,
    },
  ],
});
