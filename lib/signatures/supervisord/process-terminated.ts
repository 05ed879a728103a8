import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordProcessTerminated = defineClue({
  id: 'supervisord/process-terminated',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['terminated by'],
  means: 'A process that supervisord runs ended by SIGTERM, which somebody else had sent.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  pattern:
    /^exited: (?<unit>[^\s()]{1,200}) \(terminated by (?<signal>SIG(?:TERM|INT|QUIT|HUP|USR1|USR2)); (?:not )?expected\)$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -35000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:41:36,001 WARN exited: api (terminated by SIGTERM; not expected)',
      gives: { unit: 'api', signal: 'SIGTERM' },
      from: 'rebuilt from the template, supervisor 4.3.0 supervisor/process.py',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:41:40,240 WARN stopped: api (terminated by SIGTERM)',
      because: 'supervisord had asked',
    },
  ],
});
