import { defineClue } from '#lib/catalogue/define.ts';
import { ofDyno } from '#lib/catalogue/define-dyno.ts';

export const herokuDynoCrashed = defineClue({
  id: 'heroku-dyno/crashed',
  formats: ['plain'],
  needles: ['to crashed'],
  means: 'The process of a dyno ended by itself, and Heroku calls the dyno crashed.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: ofDyno('heroku', /^State changed from (?:up|starting) to crashed$/),
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -5_000, to: 10_000 },
  consequences: [{ of: 'heroku-dyno/memory-kill', sharing: 'unit', within: { from: -30_000, to: 0 } }],
  samples: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: State changed from up to crashed',
      gives: { unit: 'web.1', addresses: ['web.1'] },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
      format: 'syslog',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: State changed from crashed to starting',
      because: 'it is started again',
      format: 'syslog',
    },
  ],
});
