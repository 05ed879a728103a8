import { defineProgram } from '#lib/catalogue/define.ts';

export const waitress = defineProgram({
  program: 'waitress',
  title: 'waitress',
  role: 'backend',
  processes: ['waitress*', 'python*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'waitress.channel_timeout',
      written: 'channel_timeout',
      unit: 'ms',
      values: [{ since: '2.1.0', value: 120_000, note: 'Looked at every 30 s.' }],
      manual: 'https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html',
    },
    {
      kind: 'header-size',
      setting: 'waitress.max_request_header_size',
      written: 'max_request_header_size',
      unit: 'bytes',
      values: [{ since: '2.1.0', value: 262_144 }],
      manual: 'https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html',
    },
    {
      kind: 'body-size',
      setting: 'waitress.max_request_body_size',
      written: 'max_request_body_size',
      unit: 'bytes',
      values: [{ since: '2.1.0', value: 1_073_741_824, note: 'Answered with 413.' }],
      manual: 'https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html',
    },
    {
      kind: 'capacity',
      setting: 'waitress.threads',
      written: 'threads',
      unit: 'count',
      values: [{ since: '2.1.0', value: 4 }],
      manual: 'https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html',
    },
    {
      kind: 'capacity',
      setting: 'waitress.connection_limit',
      written: 'connection_limit',
      unit: 'count',
      values: [{ since: '2.1.0', value: 100 }],
      manual: 'https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html',
    },
    {
      kind: 'capacity',
      setting: 'waitress.backlog',
      written: 'backlog',
      unit: 'count',
      values: [{ since: '2.1.0', value: 1_024 }],
      manual: 'https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html',
    },
  ],
});
