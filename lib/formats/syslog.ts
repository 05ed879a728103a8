import { defineFormat } from '#lib/catalogue/define.ts';
import { timeAhead } from '#lib/catalogue/define-time.ts';

/** The stamps of RFC 3164, rsyslog and journalctl's short outputs. dmesg has a comma in its ISO time and is no syslog. */
const head =
  /^(?:<\d{1,3}>)?(?=[A-Z][a-z]{2} [ \d]\d \d\d:|[A-Z][a-z]{2} \d{4}-\d\d-\d\d |\d{4}-\d\d-\d\dT[\d:]{8}(?:\.\d+)?[Z+-]|\d{10}\.\d{6} )/;
const tag =
  /^ (?:(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|FATAL|CRITICAL|SEVERE) )([A-Za-z0-9](?:[\w.:-]{0,252}\w)?) )?([^\s:[\]"={}]{1,128})(?:\[([\w.-]{1,64})\])?:(?: |$)/;

export const syslog = defineFormat({
  id: 'syslog',
  title:
    'syslog (RFC 3164, rsyslog, syslog-ng, Heroku) and journalctl -o short, short-iso, short-precise, short-full, with-unit',
  manual: 'https://www.rfc-editor.org/rfc/rfc3164',
  kind: 'envelope',
  role: undefined,
  host: true,
  clock: { zone: 'either', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const body = line.slice(h[0].length);
    const led = timeAhead(body);
    if (!led) return undefined;
    const rest = body.slice(led.end);
    const t = tag.exec(rest);
    const sent = h[0] !== '';
    if (!t)
      return sent ? { kind: 'envelope', stamp: led.stamp, inner: rest.trimStart(), fields: {} } : undefined;
    const [, host, name = '', id] = t;
    // Without a PRI or a pid, words that end in a colon may be a program's own: a host must stand before them, in local time.
    if (!sent && id === undefined && (host === undefined || body.slice(0, led.end).endsWith('Z')))
      return undefined;
    // The tag that Docker's syslog driver writes by default.
    const container = /^(?:[0-9a-f]{12}|[0-9a-f]{64})$/.test(name) ? name : undefined;
    const unit = /\.(?:service|scope|slice|socket)$/.test(name) ? name : undefined;
    const pid = id !== undefined && /^\d+$/.test(id);
    return {
      kind: 'envelope',
      stamp: led.stamp,
      inner: rest.slice(t[0].length),
      fields: {
        ...(host ? { host } : {}),
        ...(container ? { container } : unit ? { unit } : { process: name }),
        ...(id === undefined ? {} : pid ? { pid: id } : { unit: id }),
      },
    };
  },
  samples: [
    {
      line: '2026-11-27T08:24:14.301417+00:00 lb-1 haproxy[811]: 192.0.2.7:36336 [27/Nov/2026:08:24:12.193] shop app/app1 0/0/0/-1/2101 502 209 - - SH-- 36/36/35/35/0 0/0 "GET /api/cart HTTP/1.1"',
      gives: {
        at: '2026-11-27T08:24:14.301',
        inner:
          '192.0.2.7:36336 [27/Nov/2026:08:24:12.193] shop app/app1 0/0/0/-1/2101 502 209 - - SH-- 36/36/35/35/0 0/0 "GET /api/cart HTTP/1.1"',
        fields: { host: 'lb-1', process: 'haproxy', pid: '811' },
      },
      from: 'captured, HAProxy 2.6.12, behind the stamp of rsyslog (RSYSLOG_FileFormat)',
    },
    {
      line: 'Nov 22 12:00:20 web1 kernel: [ 2168.864117] Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0',
      gives: {
        at: '1972-11-22T12:00:20.000',
        inner:
          '[ 2168.864117] Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0',
        fields: { host: 'web1', process: 'kernel', pid: '' },
      },
      from: 'rebuilt from the template, rsyslog RSYSLOG_TraditionalFileFormat, around a line captured on Linux 6.18.44',
    },
    {
      line: '2026-11-22T12:00:20+0000 web1 gunicorn[29847]: [2026-11-22 12:00:20 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)',
      gives: {
        at: '2026-11-22T12:00:20.000',
        inner: '[2026-11-22 12:00:20 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)',
        fields: { host: 'web1', process: 'gunicorn', pid: '29847' },
      },
      from: 'rebuilt from the template, systemd 252 src/shared/logs-show.c',
    },
    {
      line: 'Nov 22 12:00:20.864117 web1 systemd[1]: api.service: Main process exited, code=killed, status=9/KILL',
      gives: {
        at: '1972-11-22T12:00:20.864',
        inner: 'api.service: Main process exited, code=killed, status=9/KILL',
        fields: { process: 'systemd', pid: '1' },
      },
      from: 'rebuilt from the template, systemd 252 src/shared/logs-show.c, short-precise',
    },
    {
      line: 'Sun 2026-11-22 12:00:20 UTC web1 api.service[17]: DAMN ! worker 1 (pid: 18) died :( trying respawn ...',
      gives: {
        at: '2026-11-22T12:00:20.000',
        inner: 'DAMN ! worker 1 (pid: 18) died :( trying respawn ...',
        fields: { host: 'web1', unit: 'api.service', process: '', pid: '17' },
      },
      from: 'rebuilt from the template, systemd 257 src/shared/logs-show.c, with-unit',
    },
    {
      line: '<134>Nov 22 11:56:39 localhost haproxy[4711]: 127.0.0.1:52150 [22/Nov/2026:11:56:39.169] fe be/srv 0/0/0/-1/1 502 209 - - SH-- 1/1/0/0/0 0/0 "GET /hdr/fin HTTP/1.1"',
      gives: {
        inner:
          '127.0.0.1:52150 [22/Nov/2026:11:56:39.169] fe be/srv 0/0/0/-1/1 502 209 - - SH-- 1/1/0/0/0 0/0 "GET /hdr/fin HTTP/1.1"',
        fields: { host: 'localhost', process: 'haproxy', pid: '4711' },
      },
      from: 'rebuilt from the template, HAProxy 3.4 doc/configuration.txt, section 8.2',
    },
    {
      line: '<187>Nov 22 12:00:20 nginx: 2026/11/22 12:00:20 [error] 88#88: *53 upstream prematurely closed connection while reading response header from upstream',
      gives: {
        inner:
          '2026/11/22 12:00:20 [error] 88#88: *53 upstream prematurely closed connection while reading response header from upstream',
        fields: { process: 'nginx', host: '' },
      },
      from: 'rebuilt from the template, nginx 1.31 src/core/ngx_syslog.c with nohostname',
    },
    {
      line: '2026-11-22T12:00:20.123456+00:00 app[web.1]: Puma starting in cluster mode...',
      gives: {
        at: '2026-11-22T12:00:20.123',
        inner: 'Puma starting in cluster mode...',
        fields: { process: 'app', unit: 'web.1', pid: '' },
      },
      from: 'rebuilt from the template, Heroku Dev Center, "Logging"',
    },
  ],
  forgeries: [
    {
      line: 'Nov 22 12:00:20 web1 gunicorn[17]: GET / Nov 22 12:00:20 web1 kernel: Out of memory: Killed process 17 (gunicorn)',
      gives: {
        message: 'GET / Nov 22 12:00:20 web1 kernel: Out of memory: Killed process 17 (gunicorn)',
        fields: { process: 'gunicorn', pid: '17' },
      },
      because: "what a client sends comes behind the tag; only the first tag is the logger's",
    },
  ],
});
