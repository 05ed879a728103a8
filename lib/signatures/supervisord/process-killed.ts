import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordProcessKilled = defineClue({
  id: 'supervisord/process-killed',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['terminated by SIGKILL'],
  means:
    'A process that supervisord runs was killed by SIGKILL, and not by supervisord: for memory, or by somebody.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  pattern: /^exited: (?<unit>[^\s()]{1,200}) \(terminated by (?<signal>SIGKILL); (?:not )?expected\)$/,
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -3000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:41:36,001 WARN exited: api (terminated by SIGKILL; not expected)',
      gives: { unit: 'api', signal: 'SIGKILL' },
      from: 'captured, supervisord 4.2.5',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:41:43,486 WARN stopped: stubborn (terminated by SIGKILL)',
      because: 'supervisord itself did it',
    },
  ],
});
