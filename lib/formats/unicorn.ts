import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

/** Ruby's Logger, and then unicorn's own words: the application may use the same logger. */
const head =
  /^[DIWEF], \[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}) #(\d{1,10})\] +([A-Z]{4,5}) -- : (?=worker=\d|reaped #<Process::Status|listening on addr=|inherited addr=|adding listener failed|master (?:process ready|complete|done reopening)|Refreshing Gem list|gracefully stopping all workers|(?:done )?reloading config_file=|error reloading config_file=|reopening logs|executing \["|forked child re-executing|app error: |listen loop error: )/;

export const unicorn = defineFormat({
  id: 'unicorn',
  title: 'unicorn (Ruby’s Logger, with what unicorn itself says)',
  manual: 'https://yhbt.net/unicorn/Unicorn/Configurator.html#method-i-logger',
  kind: 'text',
  role: 'backend',
  program: 'unicorn',
  clock: { zone: 'absent', resolution: 1, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const stamp = isoStamp(h[1] ?? '');
    return (
      stamp && {
        kind: 'line',
        stamp,
        message: line.slice(h[0].length),
        fields: { serverPid: h[2] ?? '', level: h[3] ?? '' },
      }
    );
  },
  samples: [
    {
      line: 'E, [2026-11-22T12:13:55.070185 #17610] ERROR -- : reaped #<Process::Status: pid 17634 SIGKILL (signal 9)> worker=1',
      gives: {
        at: '2026-11-22T12:13:55.070',
        message: 'reaped #<Process::Status: pid 17634 SIGKILL (signal 9)> worker=1',
        fields: { level: 'ERROR', serverPid: '17610' },
      },
      from: 'captured, unicorn 6.0.0',
    },
    {
      line: 'I, [2026-11-22T12:13:54.185620 #17610]  INFO -- : listening on addr=127.0.0.1:18000 fd=7',
      gives: { message: 'listening on addr=127.0.0.1:18000 fd=7' },
      from: 'captured, unicorn 6.0.0',
    },
  ],
  forgeries: [],
});
