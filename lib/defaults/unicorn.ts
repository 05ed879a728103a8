import { defineProgram } from '#lib/catalogue/define.ts';

export const unicorn = defineProgram({
  program: 'unicorn',
  title: 'unicorn',
  role: 'backend',
  processes: ['unicorn*', 'ruby*'],
  // It keeps no connection alive, so no idle one can be closed under a proxy.
  limits: [
    {
      kind: 'execution',
      setting: 'unicorn.timeout',
      written: 'timeout',
      unit: 'ms',
      values: [{ since: '6.0.0', value: 60_000 }],
      manual: 'https://yhbt.net/unicorn/Unicorn/Configurator.html#method-i-timeout',
    },
    {
      kind: 'header-size',
      setting: 'unicorn.max_field_value',
      written: 'MAX_FIELD_VALUE',
      unit: 'bytes',
      values: [{ since: '6.0.0', value: 81_920, note: 'For each header; 15 KiB for the URI.' }],
      manual: 'https://yhbt.net/unicorn/README.html',
    },
    {
      kind: 'recycle',
      setting: 'unicorn.max_requests',
      written: 'unicorn-worker-killer max_requests',
      line: 'use Unicorn::WorkerKiller::MaxRequests, {}',
      unit: 'count',
      values: [{ since: '6.0.0', value: null }],
      manual: 'https://github.com/kzk/unicorn-worker-killer',
    },
    {
      kind: 'capacity',
      setting: 'unicorn.worker_processes',
      written: 'worker_processes',
      unit: 'count',
      values: [{ since: '6.0.0', value: 1, note: 'A worker serves one request at a time.' }],
      manual: 'https://yhbt.net/unicorn/Unicorn/Configurator.html#method-i-worker_processes',
    },
    {
      kind: 'capacity',
      setting: 'unicorn.backlog',
      written: 'listen backlog:',
      line: 'listen 8080, backlog: {}',
      unit: 'count',
      values: [{ since: '6.0.0', value: 1_024 }],
      manual: 'https://yhbt.net/unicorn/Unicorn/Configurator.html#method-i-listen',
    },
  ],
});
