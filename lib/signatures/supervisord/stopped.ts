import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordStopped = defineClue({
  id: 'supervisord/stopped',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['stopped: '],
  means: 'supervisord has stopped this process.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  pattern:
    /^stopped: (?<unit>[^\s()]{1,200}) \((?:terminated by SIG[A-Z0-9]+(?: \(core dumped\))?|exit status \d+)\)$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -5000, to: 15000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:41:40,240 WARN stopped: api (terminated by SIGTERM)',
      gives: { unit: 'api' },
      from: 'captured, supervisord 4.2.5',
    },
    {
      line: '2026-11-22 12:41:40,240 INFO stopped: api (exit status 0)',
      gives: { unit: 'api' },
      from: 'rebuilt from the template, supervisor 4.2.1 supervisor/process.py',
    },
  ],
  nearMisses: [
    { line: '2026-11-22 12:41:40,240 INFO stopped: 3 listeners', because: 'an application speaks' },
  ],
});
