import { defineClue } from '#lib/catalogue/define.ts';

export const pm2AppExited = defineClue({
  id: 'pm2/app-exited',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['exited with code ['],
  means:
    'A process ended with an error code, as after an uncaught exception; PM2 writes SIGINT where there was no signal.',
  provenance: { project: 'pm2', file: 'lib/God.js', version: '7.0.3 to 7.0.4' },
  pattern:
    /^(?:PM2 (?:log|error): )?App \[(?<process>[^:\]\n]{1,100}):[\w-]{1,20}\] exited with code \[(?<code>[1-9]\d{0,2})\] via signal \[SIG(?:INT|TERM)\]$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [
    { of: 'pm2/stopping', within: { from: -5_000, to: 0 } },
    { of: 'pm2/memory-restart', within: { from: -5_000, to: 0 } },
  ],
  samples: [
    {
      line: '2026-11-22T12:19:12: PM2 log: App [api:0] exited with code [1] via signal [SIGINT]',
      gives: { process: 'api', code: 1 },
      from: 'captured, PM2 7.0.4',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:19:12: PM2 log: App [api:0] exited with code [0] via signal [SIGINT]',
      because: 'no error code',
    },
  ],
});
