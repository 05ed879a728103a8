import { defineClue } from '#lib/catalogue/define.ts';

export const pm2GaveUp = defineClue({
  id: 'pm2/gave-up',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['had too many unstable restarts'],
  means: 'A process crashed so often right after its start that PM2 gave it up.',
  provenance: { project: 'pm2', file: 'lib/God.js', version: '7.0.3 to 7.0.4' },
  pattern:
    /^(?:PM2 (?:log|error): )?Script \S{1,300} had too many unstable restarts \(\d+\)\. Stopped\. "errored"$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:19:12: PM2 log: Script /srv/app/server.js had too many unstable restarts (16). Stopped. "errored"',
      gives: {},
      from: 'rebuilt from the template, PM2 7.0.3',
    },
  ],
  nearMisses: [],
});
