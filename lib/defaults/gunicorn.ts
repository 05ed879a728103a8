import { defineProgram } from '#lib/catalogue/define.ts';

const settings = 'https://docs.gunicorn.org/en/stable/settings.html';

export const gunicorn = defineProgram({
  program: 'gunicorn',
  title: 'gunicorn',
  role: 'backend',
  processes: ['gunicorn', 'gunicorn:*', 'python*'],
  schemes: ['http', 'https', 'uwsgi'],
  limits: [
    {
      kind: 'execution',
      setting: 'gunicorn.timeout',
      written: '--timeout',
      unit: 'ms',
      values: [
        {
          since: '19.9.0',
          value: 30_000,
          note: 'A sync worker may spend it on one request; other workers only when the whole process stalls.',
        },
        {
          since: '22.0.0',
          value: 30_000,
          note: 'A sync worker that runs Python code answers 500 instead of closing.',
        },
      ],
      manual: `${settings}#timeout`,
    },
    {
      kind: 'keep-alive',
      setting: 'gunicorn.keepalive',
      written: '--keep-alive',
      unit: 'ms',
      values: [{ since: '19.9.0', value: 2_000, note: 'A sync worker closes after every response.' }],
      manual: `${settings}#keepalive`,
    },
    {
      kind: 'grace',
      setting: 'gunicorn.graceful_timeout',
      written: '--graceful-timeout',
      unit: 'ms',
      values: [{ since: '19.9.0', value: 30_000 }],
      manual: `${settings}#graceful-timeout`,
    },
    {
      kind: 'header-size',
      setting: 'gunicorn.limit_request_line',
      written: '--limit-request-line',
      unit: 'bytes',
      values: [{ since: '19.9.0', value: 4_094 }],
      manual: `${settings}#limit-request-line`,
    },
    {
      kind: 'header-size',
      setting: 'gunicorn.limit_request_field_size',
      written: '--limit-request-field_size',
      unit: 'bytes',
      values: [{ since: '19.9.0', value: 8_190, note: 'For each header; at most 100 of them.' }],
      manual: `${settings}#limit-request-field-size`,
    },
    {
      kind: 'recycle',
      setting: 'gunicorn.max_requests',
      written: '--max-requests',
      unit: 'count',
      values: [{ since: '19.9.0', value: null }],
      manual: `${settings}#max-requests`,
    },
    {
      kind: 'capacity',
      setting: 'gunicorn.workers',
      written: '--workers',
      unit: 'count',
      values: [{ since: '19.9.0', value: 1, note: 'A sync worker serves one request at a time.' }],
      manual: `${settings}#workers`,
    },
    {
      kind: 'capacity',
      setting: 'gunicorn.backlog',
      written: '--backlog',
      unit: 'count',
      values: [{ since: '19.9.0', value: 2_048 }],
      manual: `${settings}#backlog`,
    },
  ],
});
