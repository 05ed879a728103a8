import { defineClue } from '#lib/catalogue/define.ts';

export const pm2AppKilled = defineClue({
  id: 'pm2/app-killed',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['via signal [SIGKILL]'],
  means:
    'A process was killed by SIGKILL: by PM2 when it did not stop in time, by the kernel for memory, or by somebody.',
  provenance: { project: 'pm2', file: 'lib/God.js', version: '7.0.3 to 7.0.4' },
  pattern:
    /^(?:PM2 (?:log|error): )?App \[(?<process>[^:\]\n]{1,100}):[\w-]{1,20}\] exited with code \[\d+\] via signal \[(?<signal>SIGKILL)\]$/,
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [
    { of: 'pm2/stopping', within: { from: -5_000, to: 0 } },
    { of: 'pm2/memory-restart', within: { from: -5_000, to: 0 } },
  ],
  samples: [
    {
      line: '2026-11-22T12:19:12: PM2 log: App [api:0] exited with code [0] via signal [SIGKILL]',
      gives: { process: 'api', signal: 'SIGKILL' },
      from: 'captured, PM2 7.0.4',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:19:12: PM2 log: App [api:0] exited with code [0] via signal [SIGSEGV]',
      because: 'a crash of its own',
    },
  ],
});
