import { defineProgram } from '#lib/catalogue/define.ts';
import type { Limit } from '#lib/model/defaults.ts';

const manual = 'https://docs.haproxy.org/3.4/configuration.html';

/** None has a default: HAProxy warns at the start that it would wait for ever. */
const waits = (name: string): Limit => ({
  kind: 'response',
  setting: `haproxy.timeout_${name}`,
  written: `timeout ${name}`,
  unit: 'ms',
  values: [
    { since: '1.3', value: null, note: 'Without it HAProxy waits for ever, and warns when it starts.' },
  ],
  manual: `${manual}#timeout%20${name}`,
});

export const haproxyDefaults = defineProgram({
  program: 'haproxy',
  title: 'HAProxy',
  role: 'proxy',
  processes: ['haproxy'],
  limits: [
    waits('server'),
    waits('connect'),
    waits('tunnel'),
    {
      kind: 'keep-alive',
      setting: 'haproxy.idle_server_connections',
      written: 'idle server connections (http-reuse safe)',
      line: null,
      unit: 'ms',
      values: [
        {
          since: '1.6',
          value: null,
          note: 'Kept until the server closes them or the pool is purged (pool-purge-delay 5s takes half of those unused); since 2.0 across client connections.',
        },
      ],
      manual: `${manual}#http-reuse`,
    },
    {
      kind: 'header-size',
      setting: 'haproxy.tune_bufsize',
      written: 'tune.bufsize',
      unit: 'bytes',
      values: [
        { since: '1.3', value: 16_384, note: 'For a request or response header, less tune.maxrewrite.' },
      ],
      manual: `${manual}#tune.bufsize`,
    },
  ],
});
