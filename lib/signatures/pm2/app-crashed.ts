import { defineClue } from '#lib/catalogue/define.ts';

export const pm2AppCrashed = defineClue({
  id: 'pm2/app-crashed',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['via signal [SIG'],
  means: 'A process died of a signal of its own making: a segmentation fault or an abort.',
  provenance: { project: 'pm2', file: 'lib/God.js', version: '7.0.3 to 7.0.4' },
  pattern:
    /^(?:PM2 (?:log|error): )?App \[(?<process>[^:\]\n]{1,100}):[\w-]{1,20}\] exited with code \[\d+\] via signal \[(?<signal>SIG(?:SEGV|ABRT|BUS|FPE|ILL|TRAP))\]$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:19:12: PM2 log: App [api:0] exited with code [0] via signal [SIGSEGV]',
      gives: { process: 'api', signal: 'SIGSEGV' },
      from: 'captured, PM2 7.0.4',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:19:12: PM2 log: App [api:0] exited with code [0] via signal [SIGKILL]',
      because: 'killed from outside',
    },
  ],
});
