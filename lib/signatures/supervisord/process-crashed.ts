import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordProcessCrashed = defineClue({
  id: 'supervisord/process-crashed',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['terminated by'],
  means: 'A process that supervisord runs died of a signal that it brought upon itself.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  pattern:
    /^exited: (?<unit>[^\s()]{1,200}) \(terminated by (?<signal>SIG(?:SEGV|ABRT|BUS|FPE|ILL|TRAP|SYS|XCPU|XFSZ))(?: \(core dumped\))?; (?:not )?expected\)$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -5000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:41:36,001 WARN exited: api (terminated by SIGSEGV (core dumped); not expected)',
      gives: { unit: 'api', signal: 'SIGSEGV' },
      from: 'rebuilt from the template, supervisor 4.3.0 supervisor/process.py, options.py',
    },
    {
      line: '2026-11-22 12:41:36,001 INFO exited: web:api_00 (terminated by SIGABRT; not expected)',
      gives: { unit: 'web:api_00', signal: 'SIGABRT' },
      from: 'rebuilt from the template, supervisor 3.0 supervisor/process.py',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:41:36,001 WARN exited: api (terminated by SIGKILL; not expected)',
      because: 'killed from outside',
    },
  ],
});
