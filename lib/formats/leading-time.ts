import { defineFormat } from '#lib/catalogue/define.ts';
import { type Parts, stampOf, time, timeAhead } from '#lib/catalogue/define-time.ts';
import { whenAsked } from '#lib/model/once.ts';
import type { Stamp } from '#lib/model/time.ts';

const words = (
  'TRACE DEBUG INFO NOTICE WARNING WARN ERROR ERR SEVERE FATAL CRITICAL CRIT ALERT EMERGENCY EMERG PANIC DPANIC ' +
  'CONFIG FINEST FINER FINE VERBOSE TRC DBG INF WRN FTL CRT VRB'
).split(' ');
const level = `(?<level>${words.join('|')})`;
const anyCase = `(?<level>${words.flatMap((word) => [word, word.toLowerCase(), word.charAt(0) + word.slice(1).toLowerCase()]).join('|')})`;
const dotted = String.raw`[\w$-]+(?:[.:/][\w$<>-]+)+`;
const thread = String.raw`\[ *(?<thread>[^\]]{1,120})\]`;
const prefix = (text: string) => new RegExp(`^${text}`);

/** Whole prefixes of well-known loggers, between the time and the program's words. */
const layouts = whenAsked((): readonly RegExp[] => [
  // Spring Boot
  prefix(String.raw` +${level} (?<pid>\d+) --- (?:\[[^\]]{0,120}\] ?){1,4}(?<logger>\S{1,160}) *: `),
  // Tomcat
  prefix(` ${level} ${thread} (?<logger>${dotted}) (?!--? )`),
  // Jetty
  prefix(String.raw`:${level} ?:(?<logger>[^:\s]{0,120}):(?<thread>[^:]{0,120}): `),
  // WildFly
  prefix(String.raw` +${level} +\[(?<logger>[\w.$-]+)\] \((?<thread>[^)]{0,120})\) `),
  // Logback, Log4j
  prefix(String.raw` +${thread} ${level} +(?<logger>[\w.$:-]+) +--? `),
  prefix(String.raw` +${level} +${thread} (?<logger>[\w.$:-]+) +--? `),
  prefix(` +${level} +(?<logger>${dotted})(?: ${thread})? +--? `),
  // Python: %(asctime)s - %(name)s - %(levelname)s - %(message)s
  prefix(String.raw` - (?<logger>[\w.-]+) - ${level} - `),
  // Loguru, NLog
  prefix(String.raw` \| ${level} +\| (?<logger>[^|\s]{1,160}) - `),
  prefix(String.raw`\|${level}\|(?<logger>[^|]{0,160})\|`),
  // zap, Caddy
  prefix(String.raw`\t${anyCase}\t(?:(?<logger>[\w-]+(?:\.[\w-]+)+)\t)?(?:[\w./@-]+:\d+\t)?`),
  // tracing (Rust)
  prefix(String.raw` +${level} (?<logger>\w+(?:::\w+)+): `),
  // Monolog, Laravel
  prefix(String.raw` (?<logger>[\w-]+)\.${level}: `),
]);

/** Decorations that nobody mistakes for the program's words. `FATAL ERROR: ` and `error: Uncaught` are words. */
const levels = whenAsked((): readonly RegExp[] => [
  prefix(String.raw` *\[(?:(?<logger>\w+):)?${anyCase} *\]:?`),
  prefix(` *[<(]${anyCase}[>)]`),
  prefix(String.raw` *(?:- )?${level}(?=[\s:|]|$)(?! ERROR\b)[:|]?(?: [-|](?= ))?`),
  /^ *(?<level>trace|debug|info|notice|warn|warning|error|crit|critical):(?= )(?! Uncaught )/,
]);
const marks = whenAsked((): readonly RegExp[] => [
  /^ *\[(?:pid |#)?(?<pid>\d+)(?:[:#](?:tid )?\d+)?\]/,
  /^ *\[(?:client|remote) (?<client>[^\]\s]{1,64}?)(?::\d+)?\]/,
  prefix(String.raw` *(?<pid>\d+)(?= +(?:${words.join('|')})\b)`),
  /^ *[\w./-]+\.go:\d+:(?= )/,
]);
/** Taken off only behind a level: without one they may be words of the program (`java.lang.OutOfMemoryError: `). */
const behindLevel: readonly RegExp[] = [
  /^ *\[(?<logger>[\w$-]+(?:[./:][\w$-]+)+)\]/,
  /^\[(?<logger>[a-z][\w-]*)\]/,
  /^ +(?!\S*(?:Error|Exception|Throwable|Exit|Interrupt|[Tt]imeout): )(?<logger>[a-z_]\w*(?:\.\w+)+): /,
];

/** What ends a bracket that a time opened: `]`, Celery's `: ERROR/MainProcess]`, ` ERROR target]`, ` CET]`. */
const closing = whenAsked(() =>
  prefix(
    String.raw`(?:\]|(?:: ?| +)${anyCase}(?:/(?<thread>[\w.-]+)| +(?<logger>[\w:.-]+))?\]|[^\]]{0,40}\])`,
  ),
);

/** Formats in which something other than the time comes first. */
const heads = whenAsked((): readonly RegExp[] => [
  // klog: kubelet and everything else of Kubernetes
  prefix(
    String.raw`(?<letter>[IWEF])(?<month>\d\d)(?<day>\d\d) ${time} +(?<pid>\d+) (?<logger>[^\s:\]]+:\d+)\] `,
  ),
  // Ruby's Logger
  prefix(
    String.raw`[DIWEFAU], \[(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T${time} #(?<pid>\d+)\] +(?<level>[A-Z]+) -- (?<logger>[^:]{0,120}): `,
  ),
  // Passenger
  prefix(
    String.raw`\[ (?<letter>[A-Z]) (?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d) ${time} (?<pid>\d+)\/(?<thread>\S+) (?<logger>\S+) \]: `,
  ),
]);
const letters: Parts = {
  T: 'TRACE',
  D: 'DEBUG',
  I: 'INFO',
  N: 'NOTICE',
  W: 'WARNING',
  E: 'ERROR',
  C: 'CRITICAL',
  F: 'FATAL',
};

/** Takes prefixes off a line and keeps what their groups say. */
function peeler(line: string) {
  const state = { rest: line, fields: {} as Record<string, string> };
  const take = (pattern: RegExp): Parts | undefined => {
    const found = pattern.exec(state.rest);
    if (!found) return undefined;
    const parts: Parts = found.groups ?? {};
    const said = {
      level: parts['level'] ?? letters[parts['letter'] ?? ''],
      serverPid: parts['pid'],
      thread: parts['thread'],
      logger: parts['logger'],
      client: parts['client'],
    };
    for (const [name, value] of Object.entries(said)) if (value) state.fields[name] ??= value.trim();
    state.rest = state.rest.slice(found[0].length);
    return parts;
  };
  return {
    state,
    take,
    some: (patterns: readonly RegExp[]) => patterns.some((pattern) => take(pattern) !== undefined),
  };
}
type Peeler = ReturnType<typeof peeler>;

/** Takes the time off, with the bracket around it. */
function stampTaken({ state, take }: Peeler): Stamp | undefined {
  for (const head of heads()) {
    const parts = take(head);
    if (parts) return stampOf(parts);
  }
  const open = state.rest.startsWith('[');
  const led = timeAhead(open ? state.rest.slice(1) : state.rest);
  if (!led) return undefined;
  state.rest = state.rest.slice(led.end + (open ? 1 : 0));
  return open && !take(closing()) ? undefined : led.stamp;
}

function decorationsTaken({ state, take, some }: Peeler): void {
  if (some(layouts())) return;
  take(/^:(?= )/);
  for (let taken = 0; taken < 8; taken++) {
    const leveled = state.fields['level'] !== undefined;
    if (!some(leveled ? [...marks(), ...behindLevel] : [...levels(), ...marks()])) return;
  }
}

export const leadingTime = defineFormat({
  id: 'leading-time',
  title: 'any line that begins with its date and time',
  manual: 'https://www.rfc-editor.org/rfc/rfc3339',
  kind: 'text',
  role: undefined,
  clock: { zone: 'either', resolution: 1_000, stamps: 'moment' },
  read(line) {
    if (!/^[[\dA-Z]/.test(line)) return undefined;
    const peeled = peeler(line);
    const stamp = stampTaken(peeled);
    if (!stamp) return undefined;
    decorationsTaken(peeled);
    const { rest, fields } = peeled.state;
    return { kind: 'line', stamp, message: rest.trimStart(), fields };
  },
  samples: [
    {
      line: '2026-11-22 12:03:19,250 ERROR    Exception inside application: boom',
      gives: {
        at: '2026-11-22T12:03:19.250',
        message: 'Exception inside application: boom',
        fields: { level: 'ERROR' },
      },
      from: 'captured, daphne 4.0.0',
    },
    {
      line: '22-Nov-2026 12:24:16.193 SEVERE [http-nio-127.0.0.1-18000-exec-9] org.apache.coyote.AbstractProtocol$ConnectionHandler.process Failed to complete processing of a request',
      gives: {
        at: '2026-11-22T12:24:16.193',
        message: 'Failed to complete processing of a request',
        fields: {
          level: 'SEVERE',
          thread: 'http-nio-127.0.0.1-18000-exec-9',
          logger: 'org.apache.coyote.AbstractProtocol$ConnectionHandler.process',
        },
      },
      from: 'captured, Tomcat 10.1.60',
    },
    {
      line: '2026-11-22 12:28:33.129:WARN:oejs.HttpChannel:qtp2128227771-13: /exc',
      gives: {
        message: '/exc',
        fields: { level: 'WARN', logger: 'oejs.HttpChannel', thread: 'qtp2128227771-13' },
      },
      from: 'captured, Jetty 9.4.57',
    },
    {
      line: 'E, [2026-11-22T12:13:55.070185 #17610] ERROR -- : orders: no connection',
      gives: {
        at: '2026-11-22T12:13:55.070',
        message: 'orders: no connection',
        fields: { level: 'ERROR', serverPid: '17610' },
      },
      from: 'rebuilt from the template, Ruby 3.1 lib/logger/formatter.rb',
    },
    {
      line: '2026-11-22 12:12:40 +0000 Read: #<RuntimeError: mid-stream>',
      gives: { at: '2026-11-22T12:12:40.000', message: 'Read: #<RuntimeError: mid-stream>' },
      from: 'captured, Puma 5.6.5',
    },
    {
      line: '2026/11/22 12:26:05 http: panic serving 127.0.0.1:53256: boom',
      gives: {
        at: '2026-11-22T12:26:05.000',
        message: 'http: panic serving 127.0.0.1:53256: boom',
        fields: { level: '' },
      },
      from: 'captured, Go 1.19',
    },
    {
      line: '2026-11-22T12:19:30: PM2 log: App [api:0] exited with code [0] via signal [SIGKILL]',
      gives: { message: 'PM2 log: App [api:0] exited with code [0] via signal [SIGKILL]' },
      from: 'captured, PM2 7.0.4',
    },
    {
      line: "[Sun Nov 22 12:40:26.647641 2026] [wsgi:error] [pid 28827:tid 28873] [client 127.0.0.1:36194] Truncated or oversized response headers received from daemon process 'app': /srv/app/app.py",
      gives: {
        at: '2026-11-22T12:40:26.647',
        message:
          "Truncated or oversized response headers received from daemon process 'app': /srv/app/app.py",
        fields: { level: 'error', logger: 'wsgi', serverPid: '28827', client: '127.0.0.1' },
      },
      from: 'captured, Apache httpd 2.4.71 with mod_wsgi 4.9.4',
    },
    {
      line: '2024-05-06T23:49:07.768+03:00  INFO 32323 --- [app] [ionShutdownHook] o.s.b.w.e.tomcat.GracefulShutdown        : Graceful shutdown complete',
      gives: {
        at: '2024-05-06T23:49:07.768',
        message: 'Graceful shutdown complete',
        fields: { level: 'INFO', serverPid: '32323', logger: 'o.s.b.w.e.tomcat.GracefulShutdown' },
      },
      from: 'published, Spring Boot 3',
    },
    {
      line: 'I0516 18:34:49.885621    4052 kuberuntime_container.go:808] "Killing container with a grace period" pod="prod/api-0"',
      gives: {
        at: '1972-05-16T18:34:49.885',
        message: '"Killing container with a grace period" pod="prod/api-0"',
        fields: { level: 'INFO', serverPid: '4052', logger: 'kuberuntime_container.go:808' },
      },
      from: 'published, kubelet 1.32',
    },
    {
      line: '[ W 2024-01-01 10:00:00.1234 123/T1x age/Cor/CoreMain.cpp:669 ]: Signal received. Gracefully shutting down...',
      gives: {
        at: '2024-01-01T10:00:00.123',
        message: 'Signal received. Gracefully shutting down...',
        fields: { level: 'WARNING' },
      },
      from: 'rebuilt from the template, Passenger 6 src/cxx_supportlib/LoggingKit/Implementation.cpp',
    },
    {
      line: '12:03:19.250 [error] GenServer MyApp.Worker terminating',
      gives: {
        at: '1970-01-01T12:03:19.250',
        message: 'GenServer MyApp.Worker terminating',
        fields: { level: 'error' },
      },
      from: 'rebuilt from the template, Elixir lib/logger/lib/logger/formatter.ex',
    },
    {
      line: '2026-11-22 12:00:00,123 - django.request - ERROR - Internal Server Error: /pay',
      gives: { message: 'Internal Server Error: /pay', fields: { level: 'ERROR', logger: 'django.request' } },
      from: 'rebuilt from the template, Python logging HOWTO, "Configuring Logging"',
    },
    {
      line: '[2026-11-22 12:00:00,123: ERROR/MainProcess] Process ForkPoolWorker-1 pid:29 exited with signal 9 (SIGKILL)',
      gives: {
        message: 'Process ForkPoolWorker-1 pid:29 exited with signal 9 (SIGKILL)',
        fields: { level: 'ERROR', thread: 'MainProcess' },
      },
      from: 'rebuilt from the template, Celery 5 celery/app/defaults.py',
    },
    {
      line: 'Nov 22 12:00:00 java.lang.OutOfMemoryError: Java heap space',
      gives: { at: '1972-11-22T12:00:00.000', message: 'java.lang.OutOfMemoryError: Java heap space' },
      from: "a message behind the C library's own date",
    },
    {
      line: '1795348486.149 worker exited',
      gives: { at: '2026-11-22T11:54:46.149', message: 'worker exited' },
      from: 'a message behind seconds since the epoch',
    },
  ],
  forgeries: [
    {
      line: '2026/11/22 12:26:05 http: panic serving 192.0.2.9:53256: 2020/01/01 00:00:00 [error] [pid 1] fatal error: forged',
      gives: {
        message:
          'http: panic serving 192.0.2.9:53256: 2020/01/01 00:00:00 [error] [pid 1] fatal error: forged',
        fields: { level: '', serverPid: '' },
      },
      because:
        'the value of a panic may be what a client sent; only what stands before the program speaks is taken off',
    },
  ],
});
