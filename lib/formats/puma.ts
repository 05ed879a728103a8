import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

/** The master's pid in brackets in cluster mode, nothing in single mode. */
const own =
  /^(?:\[(\d{1,10})\] )?(?=Puma starting in |\* {1,8}(?:Puma version|Ruby version|Min threads|Max threads|Environment|PID|Master PID|Workers|Restarts|Listening on|Preloading app|Restarting\.|Inherited|Phased restart|Starting control server|Activated|Enabling|Pruning|Cluster|Daemoniz)|Use Ctrl-C to stop|=== puma |Detected force shutdown of a thread|- (?:Gracefully |Goodbye!|Worker \d|Starting phased|Starting refork|Stopping \d|TERM sent to|Shutting down)|! (?:Terminating timed out|Detected parent died|Out-of-sync worker|reaped unknown|WARNING: Detected running)|\+ Changing to )/;
/** Behind a pid the marks alone say that Puma speaks. */
const marked = /^\[(\d{1,10})\] (?=[-*!+] )/;
const banner = /^=== puma (?:startup|shutdown): (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}) ===/;

export const puma = defineFormat({
  id: 'puma',
  title: 'Puma (its own lines; errors carry a time and are read as any dated line)',
  manual: 'https://puma.io/puma/file.README.html',
  kind: 'text',
  role: 'backend',
  program: 'puma',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = own.exec(line) ?? marked.exec(line);
    if (!h) return undefined;
    const message = line.slice(h[0].length);
    const at = banner.exec(message)?.[1];
    return {
      kind: 'line',
      stamp: at === undefined ? undefined : isoStamp(at),
      message,
      fields: h[1] ? { serverPid: h[1] } : {},
    };
  },
  samples: [
    {
      line: '[15966] - Worker 1 (PID: 15995) booted in 0.02s, phase: 0',
      gives: { message: '- Worker 1 (PID: 15995) booted in 0.02s, phase: 0', fields: { serverPid: '15966' } },
      from: 'captured, Puma 5.6.5',
    },
    {
      line: '[17248] === puma shutdown: 2026-11-22 12:13:27 +0000 ===',
      gives: { at: '2026-11-22T12:13:27.000', message: '=== puma shutdown: 2026-11-22 12:13:27 +0000 ===' },
      from: 'captured, Puma 5.6.5',
    },
    {
      line: '- Gracefully stopping, waiting for requests to finish',
      gives: { message: '- Gracefully stopping, waiting for requests to finish' },
      from: 'captured, Puma 5.6.5, single mode',
    },
    {
      line: '* Puma version: 5.6.5 (ruby 3.1.7-p261) ("Birdie\'s Version")',
      gives: { message: '* Puma version: 5.6.5 (ruby 3.1.7-p261) ("Birdie\'s Version")' },
      from: 'captured, Puma 5.6.5',
    },
  ],
  forgeries: [],
});
