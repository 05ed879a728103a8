import { defineClue } from '#lib/catalogue/define.ts';

export const pm2Starting = defineClue({
  id: 'pm2/starting',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: [' starting in -'],
  means: 'PM2 starts a process; the line before it says how the one before ended.',
  provenance: { project: 'pm2', file: 'lib/God.js', version: '7.0.3 to 7.0.4' },
  pattern:
    /^(?:PM2 (?:log|error): )?App \[(?<process>[^:\]\n]{1,100}):[\w-]{1,20}\] starting in -(?:fork|cluster) mode-$/,
  points: [],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:19:12: PM2 log: App [api:0] starting in -fork mode-',
      gives: { process: 'api' },
      from: 'captured, PM2 7.0.4',
    },
  ],
  nearMisses: [],
});
