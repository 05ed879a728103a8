import { defineClue } from '#lib/catalogue/define.ts';

export const pm2ForceKilled = defineClue({
  id: 'pm2/force-killed',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['still alive after '],
  means: 'A process did not stop within kill_timeout, and PM2 kills it with its requests.',
  provenance: { project: 'pm2', file: 'lib/God/Methods.js', version: '7.0.3 to 7.0.4' },
  pattern:
    /^(?:PM2 (?:log|error): )?Process with pid (?<pid>\d+) still alive after \d+ms, sending (?:it )?SIGKILL/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:19:12: PM2 log: Process with pid 22046 still alive after 1600ms, sending SIGKILL to 1 remaining pids...',
      gives: { pid: 22_046 },
      from: 'rebuilt from the template, PM2 7.0.3',
    },
  ],
  nearMisses: [],
});
