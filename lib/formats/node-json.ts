import { defineFormat } from '#lib/catalogue/define.ts';
import { appJson } from './app-json.ts';

/** Levels of ten, a process id and a host name: only the Node loggers pino and bunyan put these three together. */
const mark = /^\{(?=.{0,400}"level":[1-6]0\b)(?=.{0,400}"pid":\d+)(?=.{0,400}"hostname":")/;

export const nodeJson = defineFormat({
  id: 'node-json',
  title: "a Node.js application's JSON log as pino and bunyan write it",
  manual: 'https://getpino.io/#/docs/api?id=loggerlevels-object',
  kind: 'text',
  role: 'backend',
  program: 'node',
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read: (line) => (mark.test(line) ? appJson.read(line) : undefined),
  samples: [
    {
      line: '{"level":30,"time":1795349842933,"pid":21402,"hostname":"api-1","msg":"Server listening at http://127.0.0.1:3000"}',
      gives: {
        at: '2026-11-22T12:17:22.933',
        message: 'Server listening at http://127.0.0.1:3000',
        fields: { level: 'info', serverPid: '21402', host: 'api-1' },
      },
      from: 'rebuilt from the template, pino 10 lib/tools.js',
    },
    {
      line: '{"name":"api","hostname":"api-1","pid":21402,"level":50,"err":{"message":"boom","name":"Error","stack":"Error: boom\\n    at main (/srv/app/server.js:8:24)"},"msg":"boom","time":"2026-11-22T12:17:22.933Z","v":0}',
      gives: { message: 'boom', fields: { level: 'error' } },
      from: 'rebuilt from the template, bunyan 1.8 lib/bunyan.js',
    },
  ],
  forgeries: [],
});
