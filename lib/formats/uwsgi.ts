import { defineFormat } from '#lib/catalogue/define.ts';
import { monthNamed, type Stamp, wallClock } from '#lib/model/time.ts';

const ctime = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})/;
/** How uWSGI's own lines begin; everything else on its output is the application's. */
const opening =
  /^(?:DAMN ! |OOPS ! |\*\*\* (?:Starting uWSGI|uWSGI |HARAKIRI|EVIL RELOAD|(?:end of )?backtrace|WARNING: you|Operational MODE|Python threads|no app loaded)|HARAKIRI|!!! uWSGI |(?:[Rr]es|[Ss])pawned uWSGI |\.\.\.(?:The work|gracefully|brutally| monitored| going to)|worker (?:\d+ (?:killed|buried|lifetime)|respawning too fast)|SIG[A-Z/]+ received\.\.\.|SIGPIPE: writing|Gracefully killing worker|goodbye to uWSGI|invalid (?:request block|HTTP request) size|Invalid \(too big\) CONTENT_LENGTH|\[uwsgi-|uwsgi[ _]|uWSGI |binary reloading uWSGI|WSGI app \d)/;
/** The rest of what tells of a close; behind a date it is believed, without one anybody may say it. */
const dated = /^(?:invalid HTTP request|\*\*\* \S{1,300} has been touched\.\.\. |mem-collector thread )/;
const request =
  /^(?:\{address space usage: [^}]{1,64}\} \{rss usage: [^}]{1,64}\} )?\[pid: (\d+)\|app: -?\d+\|req: -?\d+\/\d+\] (\S*) \(/;
const asked =
  / \{\d+ vars in \d+ bytes\} \[([^\]]{24})\] ([A-Z_-]{0,20}) (\S*) => generated \d+ bytes in (\d+) (msecs|micros) /g;

function stampIn(text: string): Stamp | undefined {
  const c = ctime.exec(text);
  const wall =
    c &&
    wallClock(Number(c[6]), monthNamed(c[1] ?? ''), Number(c[2]), Number(c[3]), Number(c[4]), Number(c[5]));
  return typeof wall === 'number'
    ? { wall, zone: undefined, lacks: 'nothing', resolution: 1_000 }
    : undefined;
}

/** The request that a line reports; undefined when a client's user name or path made more than one of it. */
function requestIn(message: string) {
  const found = [...message.matchAll(asked)];
  const [one] = found;
  if (found.length !== 1 || !one) return undefined;
  const [, began = '', method = '', target = '', took = '', unit] = one;
  const stamp = stampIn(began);
  const elapsed = Math.trunc(Number(took) / (unit === 'micros' ? 1_000 : 1));
  return { stamp: stamp && { ...stamp, wall: stamp.wall + elapsed }, method, target };
}

export const uwsgi = defineFormat({
  id: 'uwsgi',
  title: 'uWSGI (its own lines and its request lines)',
  manual: 'https://uwsgi-docs.readthedocs.io/en/latest/Logging.html',
  kind: 'text',
  role: 'backend',
  program: 'uwsgi',
  clock: { zone: 'absent', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const prefixed = ctime.test(line) && line.startsWith(' - ', 24);
    const stamp = prefixed ? stampIn(line) : undefined;
    const message = prefixed ? line.slice(27) : line;
    const r = request.exec(message);
    if (r) {
      const { stamp: ended, method, target } = requestIn(message) ?? {};
      return {
        kind: 'line',
        stamp: stamp ?? ended,
        message: message.slice(message.indexOf('[pid: ')),
        fields: {
          serverPid: r[1] ?? '',
          ...(r[2] ? { client: r[2] } : {}),
          ...(method && target ? { method, target } : {}),
        },
      };
    }
    // Other programs put such a date before their words too.
    if (!opening.test(message) && !(stamp && dated.test(message))) return undefined;
    return { kind: 'line', stamp, message, fields: {} };
  },
  samples: [
    {
      line: 'DAMN ! worker 1 (pid: 10015) died, killed by signal 9 :( trying respawn ...',
      gives: { message: 'DAMN ! worker 1 (pid: 10015) died, killed by signal 9 :( trying respawn ...' },
      from: 'captured, uWSGI 2.0.21',
    },
    {
      line: 'Sun Nov 22 12:05:40 2026 - *** HARAKIRI ON WORKER 1 (pid: 10399, try: 1) ***',
      gives: {
        at: '2026-11-22T12:05:40.000',
        message: '*** HARAKIRI ON WORKER 1 (pid: 10399, try: 1) ***',
      },
      from: 'captured, uWSGI 2.0.21',
    },
    {
      line: '[pid: 13015|app: 0|req: 1/1] 127.0.0.1 () {32 vars in 348 bytes} [Sun Nov 22 12:07:42 2026] GET /slow?3 => generated 9 bytes in 3003 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)',
      gives: {
        at: '2026-11-22T12:07:45.003',
        message:
          '[pid: 13015|app: 0|req: 1/1] 127.0.0.1 () {32 vars in 348 bytes} [Sun Nov 22 12:07:42 2026] GET /slow?3 => generated 9 bytes in 3003 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)',
        fields: { serverPid: '13015', client: '127.0.0.1', method: 'GET', target: '/slow?3' },
      },
      from: 'captured, uWSGI 2.0.21',
    },
    {
      line: 'Respawned uWSGI worker 1 (new pid: 10024)',
      gives: { message: 'Respawned uWSGI worker 1 (new pid: 10024)' },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  forgeries: [
    {
      line: '[pid: 10228|app: 0|req: 3/1] 192.0.2.9 (x) {1 vars in 1 bytes} [Wed Jan 01 00:00:00 2020] GET /forged => generated 0 bytes in 0 msecs () {32 vars in 343 bytes} [Sun Nov 22 12:05:30 2026] GET / => generated 5 bytes in 2 msecs (HTTP/1.1 200) 2 headers in 44 bytes (1 switches on core 0)',
      gives: { fields: { serverPid: '10228', client: '192.0.2.9', method: '', target: '' } },
      because: 'the user name comes from the client; with two requests in the line neither is believed',
    },
  ],
});
