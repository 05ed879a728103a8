import { defineProgram } from '#lib/catalogue/define.ts';

export const puma = defineProgram({
  program: 'puma',
  title: 'Puma',
  role: 'backend',
  processes: ['puma*', 'ruby*'],
  limits: [
    {
      kind: 'execution',
      setting: 'puma.worker_timeout',
      written: 'worker_timeout',
      unit: 'ms',
      values: [
        {
          since: '4.3.0',
          value: 60_000,
          note: 'Of a whole worker process that stalls, in cluster mode; no single request is limited.',
        },
      ],
      manual: 'https://puma.io/puma/Puma/DSL.html#worker_timeout-instance_method',
    },
    {
      kind: 'keep-alive',
      setting: 'puma.persistent_timeout',
      written: 'persistent_timeout',
      unit: 'ms',
      values: [
        { since: '4.3.0', value: 20_000 },
        { since: '7.0.0', value: 65_000 },
      ],
      manual: 'https://puma.io/puma/Puma/DSL.html#persistent_timeout-instance_method',
    },
    {
      kind: 'request',
      setting: 'puma.first_data_timeout',
      written: 'first_data_timeout',
      unit: 'ms',
      values: [{ since: '4.3.0', value: 30_000, note: 'A body that comes slower is answered with 408.' }],
      manual: 'https://puma.io/puma/Puma/DSL.html#first_data_timeout-instance_method',
    },
    {
      kind: 'grace',
      setting: 'puma.force_shutdown_after',
      written: 'force_shutdown_after',
      unit: 'ms',
      values: [{ since: '4.3.0', value: null }],
      manual: 'https://puma.io/puma/Puma/DSL.html#force_shutdown_after-instance_method',
    },
    {
      kind: 'grace',
      setting: 'puma.worker_shutdown_timeout',
      written: 'worker_shutdown_timeout',
      unit: 'ms',
      values: [{ since: '4.3.0', value: 30_000 }],
      manual: 'https://puma.io/puma/Puma/DSL.html#worker_shutdown_timeout-instance_method',
    },
    {
      kind: 'header-size',
      setting: 'puma.max_field_value',
      written: 'MAX_FIELD_VALUE',
      unit: 'bytes',
      values: [
        {
          since: '4.3.0',
          value: 81_920,
          note: 'For each header; 112 KiB for all of them, 12 KiB for the URI.',
        },
      ],
      manual: 'https://github.com/puma/puma/blob/master/ext/puma_http11/puma_http11.c',
    },
    {
      kind: 'body-size',
      setting: 'puma.http_content_length_limit',
      written: 'http_content_length_limit',
      unit: 'bytes',
      values: [{ since: '4.3.0', value: null }],
      manual: 'https://puma.io/puma/Puma/DSL.html#http_content_length_limit-instance_method',
    },
    {
      kind: 'capacity',
      setting: 'puma.threads',
      written: 'threads',
      unit: 'count',
      values: [
        { since: '4.3.0', value: 16 },
        { since: '5.0.0', value: 5 },
      ],
      manual: 'https://puma.io/puma/Puma/DSL.html#threads-instance_method',
    },
    {
      kind: 'capacity',
      setting: 'puma.workers',
      written: 'workers',
      unit: 'count',
      values: [{ since: '4.3.0', value: 0 }],
      manual: 'https://puma.io/puma/Puma/DSL.html#workers-instance_method',
    },
    {
      kind: 'capacity',
      setting: 'puma.backlog',
      written: 'bind ?backlog=',
      line: 'bind "tcp://0.0.0.0:9292?backlog={}"',
      unit: 'count',
      values: [{ since: '4.3.0', value: 1_024 }],
      manual: 'https://puma.io/puma/Puma/DSL.html#bind-instance_method',
    },
  ],
});
