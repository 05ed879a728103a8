import { defineProgram } from '#lib/catalogue/define.ts';

export const hypercorn = defineProgram({
  program: 'hypercorn',
  title: 'Hypercorn',
  role: 'backend',
  processes: ['hypercorn*', 'python*'],
  schemes: ['http', 'https', 'grpc'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'hypercorn.keep_alive_timeout',
      written: 'keep_alive_timeout',
      unit: 'ms',
      values: [{ since: '0.13.0', value: 5_000 }],
      manual: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
    },
    {
      kind: 'request',
      setting: 'hypercorn.read_timeout',
      written: 'read_timeout',
      unit: 'ms',
      values: [{ since: '0.13.0', value: null }],
      manual: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
    },
    {
      kind: 'grace',
      setting: 'hypercorn.graceful_timeout',
      written: 'graceful_timeout',
      unit: 'ms',
      values: [{ since: '0.13.0', value: 3_000, note: 'Requests in flight are answered with 500.' }],
      manual: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
    },
    {
      kind: 'header-size',
      setting: 'hypercorn.h11_max_incomplete_size',
      written: 'h11_max_incomplete_size',
      unit: 'bytes',
      values: [{ since: '0.13.0', value: 16_384 }],
      manual: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
    },
    {
      kind: 'recycle',
      setting: 'hypercorn.max_requests',
      written: 'max_requests',
      unit: 'count',
      values: [{ since: '0.13.0', value: null }],
      manual: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
    },
    {
      kind: 'capacity',
      setting: 'hypercorn.backlog',
      written: 'backlog',
      unit: 'count',
      values: [{ since: '0.13.0', value: 100 }],
      manual: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
    },
  ],
});
