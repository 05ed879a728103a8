import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordProcessEnded = defineClue({
  id: 'supervisord/process-ended',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['; expected)'],
  means: 'A process that supervisord runs ended as it was to.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  pattern: /^exited: (?<unit>[^\s()]{1,200}) \(exit status (?<code>\d+); expected\)$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -3000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:41:27,272 INFO exited: clean (exit status 0; expected)',
      gives: { unit: 'clean', code: 0 },
      from: 'captured, supervisord 4.2.5',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:41:28,404 WARN exited: api (exit status 2; not expected)',
      because: 'it was not to',
    },
  ],
});
