import { defineClue } from '#lib/catalogue/define.ts';

export const nodeUncaughtLogged = defineClue({
  id: 'node/uncaught-logged',
  formats: ['node-json', 'app-json', 'plain', 'leading-time', 'logfmt'],
  needles: ['ncaughtException', 'ncaught exception', 'ncaught Exception', 'NCAUGHT EXCEPTION'],
  means:
    'The logger of a Node application reports an uncaught exception, after which the process usually exits.',
  provenance: { project: 'winston', file: 'lib/winston/exception-handler.js', version: '3' },
  pattern:
    /^(?:\[?process\]? )?\[?(?:[Uu]ncaught ?Exception|[Uu]ncaught exception|UNCAUGHT EXCEPTION)\b\]?(?!.{0,40} handler|,? (?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) |, closing connection| in (?:[\w-]{1,40} ){0,3}(?:thread|task|job|timer|callback)\b)/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '{"date":"Sun Nov 22 2026 12:17:22 GMT+0000 (Coordinated Universal Time)","error":{},"exception":true,"level":"error","message":"uncaughtException: boom\\nError: boom\\n    at Server.<anonymous> (/srv/app/server.js:8:24)","timestamp":"2026-11-22T12:17:22.933Z"}',
      gives: {},
      from: 'rebuilt from the template, winston 3 lib/winston/exception-handler.js',
      format: 'app-json',
    },
    {
      line: '{"level":60,"time":1795349842933,"pid":21402,"hostname":"api-1","err":{"type":"Error","message":"boom","stack":"Error: boom\\n    at Server.<anonymous> (/srv/app/server.js:8:24)"},"msg":"uncaughtException"}',
      gives: {},
      from: 'rebuilt from the template, pino 10: the usual words in process.on("uncaughtException")',
    },
    {
      line: 'Uncaught Exception: Error: boom',
      gives: {},
      from: 'the usual words in a handler',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '{"level":30,"time":1795349842933,"pid":21402,"hostname":"api-1","msg":"uncaughtException handler installed"}',
      because: 'a start banner',
    },
    {
      line: '⨯ uncaughtException:  Error: boom',
      because: 'Next.js catches it: the process lives and the request hangs',
      format: 'plain',
    },
    {
      line: '2026-11-22 12:00:05,120 - tornado.application - ERROR - Uncaught exception GET /pay (192.0.2.7)',
      because: 'Tornado: the exception of a handler, answered with 500',
      format: 'leading-time',
    },
    {
      line: '2026-11-22 12:00:05,120 ERROR Uncaught exception in scheduled task reconcile',
      because: 'one task; the process lives on',
      format: 'leading-time',
    },
  ],
});
