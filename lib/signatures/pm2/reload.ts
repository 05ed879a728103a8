import { defineClue } from '#lib/catalogue/define.ts';

export const pm2Reload = defineClue({
  id: 'pm2/reload',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['-reload- '],
  means: 'PM2 replaces the processes of an application one after another, as in a deploy.',
  provenance: { project: 'pm2', file: 'lib/God/Reload.js', version: '7.0.3 to 7.0.4' },
  pattern: /^(?:PM2 (?:log|error): )?-reload- (?:New worker listening|\S[^\n]{0,200})$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -10_000, to: 5_000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '2026-11-22T12:19:12: PM2 log: -reload- New worker listening',
      gives: {},
      from: 'captured, PM2 7.0.4',
    },
  ],
  nearMisses: [],
});
