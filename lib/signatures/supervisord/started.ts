import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordStarted = defineClue({
  id: 'supervisord/started',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ["spawned: '"],
  means: 'supervisord has started a process.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  pattern: /^spawned: '(?<unit>[^']{1,200})' with pid (?<pid>\d+)$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -30000, to: 60000 },
  consequences: [
    { of: 'supervisord/process-exited', sharing: 'unit', within: { from: -60000, to: 0 } },
    { of: 'supervisord/process-crashed', sharing: 'unit', within: { from: -60000, to: 0 } },
    { of: 'supervisord/process-killed', sharing: 'unit', within: { from: -60000, to: 0 } },
  ],
  samples: [
    {
      line: "2026-11-22 12:41:29,411 INFO spawned: 'api' with pid 29311",
      gives: { unit: 'api', pid: 29311 },
      from: 'captured, supervisord 4.2.5',
    },
  ],
  nearMisses: [
    { line: "2026-11-22 12:41:29,411 INFO spawnerr: can't find command '/srv/api'", because: 'it could not' },
  ],
});
