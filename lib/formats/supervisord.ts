import { defineFormat } from '#lib/catalogue/define.ts';
import { timeAhead } from '#lib/catalogue/define-time.ts';

/** What supervisord's own log says; a program that logs in the same layout has other words. */
const head =
  /^ (CRIT|ERRO|WARN|INFO|DEBG|TRAC|BLAT) ((?:exited: |spawned: '|spawnerr: |success: |stopped: |gave up: |killing '|waiting for \S+ to (?:stop|die)|received SIG[A-Z0-9]+ indicating |reaped unknown pid |supervisord (?:started|logreopen)|Supervisor is |daemonizing |Included extra file |Set uid |Increased RLIMIT|RPC interface '|Server '(?:unix|inet)_http_server').*)$/s;

export const supervisord = defineFormat({
  id: 'supervisord',
  title: 'supervisord’s own log',
  manual: 'https://supervisord.org/logging.html#activity-log',
  kind: 'text',
  role: 'platform',
  program: 'supervisord',
  clock: { zone: 'absent', resolution: 1, stamps: 'moment' },
  read(line) {
    if (!/^\d{4}-\d\d-\d\d /.test(line)) return undefined;
    const time = timeAhead(line);
    const h = time && head.exec(line.slice(time.end));
    if (!time || !h) return undefined;
    return { kind: 'line', stamp: time.stamp, message: h[2] ?? '', fields: { level: h[1] ?? '' } };
  },
  samples: [
    {
      line: '2026-11-22 12:41:36,001 WARN exited: api (terminated by SIGKILL; not expected)',
      gives: {
        at: '2026-11-22T12:41:36.001',
        message: 'exited: api (terminated by SIGKILL; not expected)',
        fields: { level: 'WARN' },
      },
      from: 'captured, supervisord 4.2.5',
    },
    {
      line: "2026-11-22 12:41:24,235 CRIT Server 'unix_http_server' running without any HTTP authentication checking",
      gives: { message: "Server 'unix_http_server' running without any HTTP authentication checking" },
      from: 'captured, supervisord 4.2.5',
    },
  ],
  forgeries: [],
});
