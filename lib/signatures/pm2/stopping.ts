import { defineClue } from '#lib/catalogue/define.ts';

export const pm2Stopping = defineClue({
  id: 'pm2/stopping',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['Stopping app:'],
  means:
    'PM2 stops a process: in a deploy, by an operator, or by its memory rule; 1.6 s later it kills what is left.',
  provenance: { project: 'pm2', file: 'lib/God/ActionMethods.js', version: '7.0.3 to 7.0.4' },
  pattern: /^(?:PM2 (?:log|error): )?Stopping app:(?<process>[^\s:]{1,100}) id:[\w-]{1,20}$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -5_000, to: 0 },
  consequences: [
    { of: 'pm2/memory-restart', within: { from: -5_000, to: 0 } },
    { of: 'pm2/reload', within: { from: -10_000, to: 0 } },
  ],
  samples: [
    {
      line: '2026-11-22T12:19:12: PM2 log: Stopping app:api id:0',
      gives: { process: 'api' },
      from: 'captured, PM2 7.0.4',
    },
  ],
  nearMisses: [],
});
