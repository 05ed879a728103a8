import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordStopForced = defineClue({
  id: 'supervisord/stop-forced',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['with SIGKILL'],
  means: 'The process did not stop within stopwaitsecs, and supervisord killed it with SIGKILL.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  pattern: /^killing '(?<unit>[^']{1,200})' \((?<pid>\d+)\) with (?<signal>SIGKILL)$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -5000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: "2026-11-22 12:41:43,483 WARN killing 'stubborn' (29288) with SIGKILL",
      gives: { unit: 'stubborn', pid: 29288, signal: 'SIGKILL' },
      from: 'captured, supervisord 4.2.5',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:41:43,483 DEBG killing api (pid 29285) with signal SIGTERM',
      because: 'asked to stop',
      format: 'leading-time',
    },
  ],
});
