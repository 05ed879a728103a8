import { defineClue, endedBefore } from '#lib/catalogue/define.ts';
import type { Particulars } from '#lib/model/signal.ts';

/** The last thing in a start banner that can be a port, with the host before it where there is one. */
function listens(message: string): Particulars {
  const [, host = '', port] = /(?:(?:\/\/| )([\w.-]{1,60}))?(?::| )(\d{2,5})\/?$/.exec(message) ?? [];
  return port === undefined
    ? {}
    : { listens: `${/^(?:port|on|at|[Ll]istening)$/.test(host) ? '' : host}:${port}` };
}

export const appListening = defineClue({
  id: 'app/listening',
  formats: ['node-json', 'app-json', 'plain', 'leading-time', 'logfmt'],
  needles: [
    'listening',
    'Listening',
    'running on port',
    'running at http',
    'running on http',
    'ready at http',
    'started on port',
  ],
  means: 'The application began to listen; in the middle of a life, the process before it is gone.',
  provenance: { project: 'express, fastify', file: 'the usual words of a start banner', version: 'any' },
  pattern:
    /^(?:[^\w\s*]{1,4} ?)?(?:(?:HTTPS?|Web|API|REST|Express|Example|Node(?:\.js)?|The|Our|GraphQL|Apollo|Dev|\[\w{1,30}\]:?) ){0,2}(?:(?:[Ss]erver|[Aa]pp|[Aa]pplication|[Ss]ervice|[Aa]pi) )?(?:is )?(?:now )?(?:up and |(?:ready|started|up)(?: and|,) )?(?:(?:[Ll]istening|[Rr]unning|[Rr]eady|[Ss]tarted) (?:on|at|for requests on)(?: port)? (?:(?:https?:\/\/|0\.0\.0\.0:|127\.0\.0\.1:|localhost:|\[?::1?\]?:|:)\S{1,100}|\d{2,5}\b)|[Ll]istening(?: \d{2,5})?$)/,
  adds: (_groups, { message }) => listens(message),
  points: endedBefore,
  within: { from: 0, to: 30_000 },
  consequences: [
    { of: 'node/uncaught-exit', within: { from: -120_000, to: 0 } },
    { of: 'node/heap-out-of-memory', within: { from: -120_000, to: 0 } },
    { of: 'node/native-stack', within: { from: -120_000, to: 0 } },
    { of: 'node/worker-exited', within: { from: -30_000, to: 0 } },
    { of: 'node/worker-killed', within: { from: -30_000, to: 0 } },
    { of: 'node/worker-crashed', within: { from: -30_000, to: 0 } },
    { of: 'shell/killed', within: { from: -120_000, to: 0 } },
    { of: 'shell/crashed', within: { from: -120_000, to: 0 } },
    { of: 'shell/aborted', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: '{"level":30,"time":1795562208403,"pid":28673,"hostname":"api-1","port":19580,"msg":"server listening"}',
      gives: {},
      from: 'captured, pino 10.4.0',
    },
    {
      line: '{"level":30,"time":1795562208403,"pid":28673,"hostname":"api-1","msg":"Server listening at http://127.0.0.1:3000"}',
      gives: {},
      from: 'rebuilt from the template, fastify 4 lib/server.js',
    },
    {
      line: 'listening 18000',
      gives: { listens: ':18000' },
      from: 'captured, Node.js 20.20.2',
      format: 'plain',
    },
    {
      line: 'Example app listening on port 3000',
      gives: { listens: ':3000' },
      from: 'the Express guide, "Hello world"',
      format: 'plain',
    },
    {
      line: 'Server running at http://127.0.0.1:3000/',
      gives: { listens: '127.0.0.1:3000' },
      from: 'the Node.js guide',
      format: 'plain',
    },
    { line: 'Server is running on port 8080', gives: {}, from: 'usual words', format: 'plain' },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:55:48 +0000] [29847] [INFO] Listening at: http://127.0.0.1:18000 (29847)',
      because: 'gunicorn speaks',
      format: 'gunicorn',
    },
    { line: 'client listening on channel orders', because: 'a subscriber, not a server', format: 'plain' },
    { line: '* Listening on http://127.0.0.1:18000', because: 'Puma speaks', format: 'plain' },
    { line: 'Redis is ready at last', because: 'another program became ready', format: 'plain' },
  ],
});
