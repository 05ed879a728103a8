import { defineFormat } from '#lib/catalogue/define.ts';
import { monthNamed, resolutionOf, wallClock, zoneOffset } from '#lib/model/time.ts';

const head =
  /^\[(\d\d)-([A-Z][a-z]{2})-(\d{4}) (\d\d):(\d\d):(\d\d)(?:\.(\d{6}))?(?: ([A-Za-z][\w+/-]{0,40}))?\] (?:(DEBUG|NOTICE|WARNING|ERROR|ALERT): (?:pid (\d+), \w+\(\), line \d+: )?)?/;
/** php-fpm's own syslog handler writes the level alone. */
const bare =
  /^\[(DEBUG|NOTICE|WARNING|ERROR|ALERT)\] (?:\w+\(\), line \d+: )?(?=\[pool |fpm is running|ready to handle|Terminating \.\.\.|Finishing \.\.\.|Reloading in|reloading: |exiting, bye|failed processes|using inherited)/;

export const phpFpm = defineFormat({
  id: 'php-fpm',
  title: 'php-fpm error log, PHP error_log',
  manual: 'https://www.php.net/manual/en/install.fpm.configuration.php#error-log',
  kind: 'text',
  role: 'backend',
  clock: { zone: 'either', resolution: 1_000, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('[')) return undefined;
    const b = bare.exec(line);
    if (b)
      return {
        kind: 'line',
        stamp: undefined,
        message: line.slice(b[0].length),
        fields: { level: b[1] ?? '' },
      };
    const h = head.exec(line);
    if (!h) return undefined;
    const [, date, month = '', year, hours, minutes, seconds, fraction, zone, level, pid] = h;
    const wall = wallClock(
      Number(year),
      monthNamed(month),
      Number(date),
      Number(hours),
      Number(minutes),
      Number(seconds),
      fraction,
    );
    if (wall === undefined) return undefined;
    // PHP writes the name of the zone; one other than UTC tells the offset only to who has the zone database.
    const stamp = {
      wall,
      zone: zone ? zoneOffset(zone) : undefined,
      lacks: 'nothing',
      resolution: resolutionOf(fraction),
    } as const;
    return {
      kind: 'line',
      stamp,
      message: line.slice(h[0].length),
      fields: { ...(level ? { level } : {}), ...(pid ? { serverPid: pid } : {}) },
    };
  },
  samples: [
    {
      line: '[22-Nov-2026 12:09:51] WARNING: [pool www] child 14513 exited on signal 9 (SIGKILL) after 0.935204 seconds from start',
      gives: {
        at: '2026-11-22T12:09:51.000',
        message: '[pool www] child 14513 exited on signal 9 (SIGKILL) after 0.935204 seconds from start',
        fields: { level: 'WARNING' },
      },
      from: 'captured, php-fpm 8.2.36',
    },
    {
      line: '[22-Nov-2026 12:11:01.544224] WARNING: pid 14996, fpm_children_bury(), line 289: [pool www] child 15000 exited on signal 9 (SIGKILL) after 0.906970 seconds from start',
      gives: {
        at: '2026-11-22T12:11:01.544',
        message: '[pool www] child 15000 exited on signal 9 (SIGKILL) after 0.906970 seconds from start',
        fields: { level: 'WARNING', serverPid: '14996' },
      },
      from: 'captured, php-fpm 8.2.36, log_level = debug',
    },
    {
      line: '[22-Nov-2026 12:09:54 UTC] PHP Fatal error:  Uncaught Exception: boom in /srv/php/t.php:12',
      gives: {
        at: '2026-11-22T12:09:54.000',
        message: 'PHP Fatal error:  Uncaught Exception: boom in /srv/php/t.php:12',
        fields: { level: '' },
      },
      from: 'rebuilt from the template, PHP 8.4 main/main.c',
    },
    {
      line: '[WARNING] [pool www] child 14513 exited on signal 9 (SIGKILL) after 0.935204 seconds from start',
      gives: {
        message: '[pool www] child 14513 exited on signal 9 (SIGKILL) after 0.935204 seconds from start',
        fields: { level: 'WARNING' },
      },
      from: 'rebuilt from the template, PHP 8.4 sapi/fpm/fpm/zlog.c: error_log = syslog',
    },
  ],
  forgeries: [
    {
      line: '[22-Nov-2026 12:09:57] WARNING: [pool www] child 14537 said into stderr: "NOTICE: PHP message: [22-Nov-2020 00:00:00] WARNING: [pool www] child 1 exited on signal 9 (SIGKILL) after 0.1 seconds from start"',
      gives: {
        message:
          '[pool www] child 14537 said into stderr: "NOTICE: PHP message: [22-Nov-2020 00:00:00] WARNING: [pool www] child 1 exited on signal 9 (SIGKILL) after 0.1 seconds from start"',
        fields: { level: 'WARNING' },
      },
      because:
        'what a script prints, and so what a client sent, stands in quotes behind `said into stderr: `',
    },
  ],
});
