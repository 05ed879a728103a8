import { defineFormat } from '#lib/catalogue/define.ts';
import {
  firstOf,
  type JsonObject,
  jsonObject,
  levelNames,
  present,
  scalar,
  stampIn,
} from '#lib/catalogue/define-json.ts';

const messages = [
  'msg',
  'message',
  'event',
  'fields.message',
  'text',
  'log',
  '@m',
  'short_message',
  'Message',
  'RenderedMessage',
  '@mt',
  'MessageTemplate',
];
const times = [
  'time',
  'timestamp',
  'ts',
  '@timestamp',
  'date',
  'asctime',
  'eventTime',
  'datetime',
  '@t',
  't',
  'Timestamp',
  'instant.epochSecond',
  'timeMillis',
];
const causes = [
  'err.message',
  'error.message',
  'exception.message',
  'thrown.message',
  'errorMessage',
  'err',
  'error',
];
const stacks = [
  'err.stack',
  'error.stack',
  'error.stack_trace',
  'exc_info',
  'exception',
  'stack',
  'stack_trace',
  'stackTrace',
  'stacktrace',
  '@x',
  'Exception',
];
const loggers = ['logger', 'loggerName', 'logger_name', 'target', 'Category', 'SourceContext'];
/** Names that stand for a logger in the records of one library alone: Python's logging, Ruby's console. */
const loggersBeside: Readonly<Record<string, string>> = { levelname: 'name', oid: 'subject' };
const loggerNames = (object: object): readonly string[] => [
  ...loggers,
  ...Object.entries(loggersBeside).flatMap(([beside, name]) => (beside in object ? [name] : [])),
];
const threads = ['thread', 'threadName', 'thread_name'];
const pids = ['pid', 'process.pid', 'process'];
const requestIds = ['requestId', 'request_id', 'req_id', 'reqId', 'req.id', 'RequestId'];

// https://getpino.io/#/docs/api?id=loggerlevels-object; 0 to 7 are syslog's, as GELF has them.
const pinoLevels: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};
const syslogLevels = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug'];
const levelIn = (value: unknown): string | undefined =>
  typeof value === 'number' ? (pinoLevels[value] ?? syslogLevels[value] ?? String(value)) : scalar(value);

/** The first of these that is there and can be read so. */
function pick<T>(
  object: JsonObject,
  names: readonly string[],
  as: (value: unknown) => T | undefined,
): T | undefined {
  for (const name of names) {
    const value = as(firstOf(object, name));
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

const linesOf = (value: unknown): string | undefined =>
  Array.isArray(value) ? value.filter((part) => typeof part === 'string').join('\n') : scalar(value);
const wordsOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const pidOf = (value: unknown): string | undefined =>
  /^\d+$/.test(scalar(value) ?? '') ? scalar(value) : undefined;

/** What went wrong, and where: most stacks begin with the first. */
function errorIn(object: JsonObject): string | undefined {
  const cause = pick(object, causes, linesOf);
  const stack = pick(object, stacks, linesOf);
  return cause === undefined || stack?.includes(cause) ? stack : [cause, stack].filter(Boolean).join('\n');
}

export const appJson = defineFormat({
  id: 'app-json',
  title: "an application's JSON log (pino, winston, bunyan, structlog, logrus, zap, zerolog, Serilog, …)",
  manual: 'https://jsonlines.org/',
  kind: 'text',
  role: undefined,
  clock: { zone: 'either', resolution: 1, stamps: 'moment' },
  read(line) {
    const object = jsonObject(line);
    if (!object) return undefined;
    const error = errorIn(object);
    const message = (pick(object, messages, wordsOf) ?? error)?.trimEnd();
    const stamp = pick(object, times, stampIn);
    const level = pick(object, levelNames, levelIn);
    if (!message || (!stamp && !level)) return undefined;
    return {
      kind: 'line',
      stamp,
      message,
      fields: present({
        level,
        error,
        logger: pick(object, loggerNames(object), wordsOf),
        thread: pick(object, threads, wordsOf),
        serverPid: pick(object, pids, pidOf),
        host: pick(object, ['hostname', 'host.name'], wordsOf),
        requestId: pick(object, requestIds, scalar),
      }),
    };
  },
  samples: [
    {
      line: '{"level":"error","time":1795348486149,"pid":17,"hostname":"api-0","req":{"id":"0f2b6d7c","method":"POST","url":"/pay"},"err":{"type":"Error","message":"boom","stack":"Error: boom\\n    at handler (/srv/app/server.js:12:9)"},"msg":"request errored"}',
      gives: {
        at: '2026-11-22T11:54:46.149',
        message: 'request errored',
        fields: {
          level: 'error',
          error: 'Error: boom\n    at handler (/srv/app/server.js:12:9)',
          serverPid: '17',
          host: 'api-0',
          requestId: '0f2b6d7c',
        },
      },
      from: 'rebuilt from the template, pino 9 lib/tools.js with a level formatter',
    },
    {
      line: '{"asctime": "2026-11-22 12:03:19,250", "levelname": "ERROR", "name": "app", "message": "Exception inside application: boom", "exc_info": "Traceback (most recent call last):\\nValueError: boom"}',
      gives: {
        at: '2026-11-22T12:03:19.250',
        message: 'Exception inside application: boom',
        fields: { level: 'ERROR', error: 'Traceback (most recent call last):\nValueError: boom' },
      },
      from: 'rebuilt from the template, python-json-logger 3 src/pythonjsonlogger/core.py',
    },
    {
      line: '{"event": "worker died", "level": "critical", "timestamp": "2026-11-22T12:00:00.123456Z"}',
      gives: { at: '2026-11-22T12:00:00.123', message: 'worker died', fields: { level: 'critical' } },
      from: 'rebuilt from the template, structlog 25 src/structlog/processors.py',
    },
    {
      line: '{"level":"error","ts":1795348486.149,"logger":"http","caller":"api/main.go:41","msg":"serve","error":"accept4: too many open files"}',
      gives: {
        at: '2026-11-22T11:54:46.149',
        message: 'serve',
        fields: { error: 'accept4: too many open files' },
      },
      from: 'rebuilt from the template, zap 1.27 zapcore/json_encoder.go',
    },
    {
      line: '{"@t":"2026-11-22T12:00:00.1230000Z","@m":"Connection id \\"0HN1\\" application never completed.","@l":"Fatal","@x":"System.TimeoutException: late"}',
      gives: {
        at: '2026-11-22T12:00:00.123',
        message: 'Connection id "0HN1" application never completed.',
        fields: { level: 'Fatal', error: 'System.TimeoutException: late' },
      },
      from: 'rebuilt from the template, Serilog.Formatting.Compact 3 RenderedCompactJsonFormatter.cs',
    },
    {
      line: '{"timestamp":"2026-11-22T12:00:00.123456Z","level":"ERROR","fields":{"message":"connection closed before message completed"},"target":"hyper::server"}',
      gives: {
        message: 'connection closed before message completed',
        fields: { level: 'ERROR', logger: 'hyper::server' },
      },
      from: 'rebuilt from the template, tracing-subscriber 0.3 src/fmt/format/json.rs',
    },
    {
      line: '{"level":"info","message":"shutting down"}',
      gives: { message: 'shutting down', fields: { level: 'info' } },
      from: 'rebuilt from the template, winston 3 lib/winston/config: format.json() without a timestamp',
    },
  ],
  forgeries: [
    {
      line: '{"level":30,"time":1795348486149,"msg":"GET /\\",\\"level\\":60,\\"msg\\":\\"WORKER TIMEOUT (pid:1)"}',
      gives: { message: 'GET /","level":60,"msg":"WORKER TIMEOUT (pid:1)', fields: { level: 'info' } },
      because: 'JSON escapes what a client sends, so it stays inside the text that it was written into',
    },
  ],
});
