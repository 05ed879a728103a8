import { defineProgram } from '#lib/catalogue/define.ts';

const settings = 'https://www.uvicorn.org/settings/';

export const uvicorn = defineProgram({
  program: 'uvicorn',
  title: 'uvicorn',
  role: 'backend',
  processes: ['uvicorn', 'python*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'uvicorn.timeout_keep_alive',
      written: '--timeout-keep-alive',
      unit: 'ms',
      values: [{ since: '0.17.6', value: 5_000, note: "Under gunicorn it is gunicorn's keep-alive." }],
      manual: `${settings}#timeouts`,
    },
    {
      kind: 'execution',
      setting: 'uvicorn.timeout_worker_healthcheck',
      written: '--timeout-worker-healthcheck',
      unit: 'ms',
      values: [
        { since: '0.17.6', value: null },
        {
          since: '0.30.0',
          value: 5_000,
          note: 'With several workers only, and only when a whole process stalls: a busy event loop still answers.',
        },
      ],
      manual: `${settings}#timeouts`,
    },
    {
      kind: 'grace',
      setting: 'uvicorn.timeout_graceful_shutdown',
      written: '--timeout-graceful-shutdown',
      unit: 'ms',
      values: [{ since: '0.17.6', value: null }],
      manual: `${settings}#timeouts`,
    },
    {
      kind: 'header-size',
      setting: 'uvicorn.h11_max_incomplete_event_size',
      written: '--h11-max-incomplete-event-size',
      unit: 'bytes',
      values: [
        { since: '0.17.6', value: 16_384, note: 'With --http h11 only; httptools has no limit of its own.' },
      ],
      manual: `${settings}#http`,
    },
    {
      kind: 'recycle',
      setting: 'uvicorn.limit_max_requests',
      written: '--limit-max-requests',
      unit: 'count',
      values: [
        { since: '0.17.6', value: null, note: 'Without workers the server is gone when it is reached.' },
      ],
      manual: `${settings}#resource-limits`,
    },
    {
      kind: 'capacity',
      setting: 'uvicorn.limit_concurrency',
      written: '--limit-concurrency',
      unit: 'count',
      values: [{ since: '0.17.6', value: null, note: 'Beyond it every request is answered with 503.' }],
      manual: `${settings}#resource-limits`,
    },
    {
      kind: 'capacity',
      setting: 'uvicorn.backlog',
      written: '--backlog',
      unit: 'count',
      values: [{ since: '0.17.6', value: 2_048 }],
      manual: `${settings}#resource-limits`,
    },
  ],
});
