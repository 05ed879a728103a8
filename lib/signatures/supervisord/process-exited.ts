import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordProcessExited = defineClue({
  id: 'supervisord/process-exited',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['not expected)'],
  means: 'A process that supervisord runs ended with an exit code that was not expected.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  pattern: /^exited: (?<unit>[^\s()]{1,200}) \(exit status (?<code>\d+); not expected\)$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3000, to: 3000 },
  consequences: [{ of: 'supervisord/stopping', sharing: 'unit', within: { from: -60000, to: 0 } }],
  samples: [
    {
      line: '2026-11-22 12:41:28,404 WARN exited: api (exit status 2; not expected)',
      gives: { unit: 'api', code: 2 },
      from: 'captured, supervisord 4.2.5',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:41:27,272 INFO exited: clean (exit status 0; expected)',
      because: 'it was to end',
    },
    {
      line: '2026-11-22 12:41:36,001 WARN exited: api (terminated by SIGKILL; not expected)',
      because: 'by a signal',
    },
  ],
});
