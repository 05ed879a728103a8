import { defineClue } from '#lib/catalogue/define.ts';

export const pm2Stopped = defineClue({
  id: 'pm2/stopped',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['PM2 successfully stopped'],
  means: 'PM2 was stopped with all that it ran.',
  provenance: { project: 'pm2', file: 'lib/God.js', version: '7.0.3 to 7.0.4' },
  pattern: /^(?:PM2 (?:log|error): )?PM2 successfully stopped$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [{ of: 'pm2/stopping', within: { from: -10_000, to: 0 } }],
  samples: [
    {
      line: '2026-11-22T12:19:12: PM2 log: PM2 successfully stopped',
      gives: {},
      from: 'captured, PM2 7.0.4',
    },
  ],
  nearMisses: [],
});
