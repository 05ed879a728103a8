import { defineProgram } from '#lib/catalogue/define.ts';

const options = 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html';

export const uwsgi = defineProgram({
  program: 'uwsgi',
  title: 'uWSGI',
  role: 'backend',
  processes: ['uwsgi*', 'uWSGI*', 'pyuwsgi'],
  schemes: ['uwsgi', 'http', 'https', 'fastcgi', 'scgi'],
  // No keep-alive: it closes after every response unless http11-socket or the router's http-keepalive is used.
  limits: [
    {
      kind: 'execution',
      setting: 'uwsgi.harakiri',
      written: 'harakiri',
      unit: 'ms',
      values: [{ since: '2.0.18', value: null }],
      manual: `${options}#harakiri`,
    },
    {
      kind: 'request',
      setting: 'uwsgi.socket_timeout',
      written: 'socket-timeout',
      unit: 'ms',
      values: [{ since: '2.0.18', value: 4_000, note: 'For each read or write on the connection.' }],
      manual: `${options}#socket-timeout`,
    },
    {
      kind: 'response',
      setting: 'uwsgi.http_timeout',
      written: 'http-timeout',
      unit: 'ms',
      values: [
        {
          since: '2.0.18',
          value: 60_000,
          note: 'Of the HTTP router (option http) only; it closes without a word.',
        },
      ],
      manual: `${options}#http-timeout`,
    },
    {
      kind: 'grace',
      setting: 'uwsgi.worker_reload_mercy',
      written: 'worker-reload-mercy',
      unit: 'ms',
      values: [
        {
          since: '2.0.18',
          value: 60_000,
          note: 'In a reload; SIGINT, and SIGTERM with or without die-on-term, cut at once.',
        },
      ],
      manual: `${options}#worker-reload-mercy`,
    },
    {
      kind: 'header-size',
      setting: 'uwsgi.buffer_size',
      written: 'buffer-size',
      unit: 'bytes',
      values: [{ since: '2.0.18', value: 4_096, note: 'All headers and variables of a request together.' }],
      manual: `${options}#buffer-size`,
    },
    {
      kind: 'body-size',
      setting: 'uwsgi.limit_post',
      written: 'limit-post',
      unit: 'bytes',
      values: [{ since: '2.0.18', value: null }],
      manual: `${options}#limit-post`,
    },
    {
      kind: 'recycle',
      setting: 'uwsgi.max_requests',
      written: 'max-requests',
      unit: 'count',
      values: [{ since: '2.0.18', value: null }],
      manual: `${options}#max-requests`,
    },
    {
      kind: 'capacity',
      setting: 'uwsgi.processes',
      written: 'processes',
      unit: 'count',
      values: [{ since: '2.0.18', value: 1 }],
      manual: `${options}#processes`,
    },
    {
      kind: 'capacity',
      setting: 'uwsgi.listen',
      written: 'listen',
      unit: 'count',
      values: [{ since: '2.0.18', value: 100 }],
      manual: `${options}#listen`,
    },
  ],
});
