import { defineClue } from '#lib/catalogue/define.ts';
import { ofDyno } from '#lib/catalogue/define-dyno.ts';

export const herokuDynoExited = defineClue({
  id: 'heroku-dyno/exited',
  formats: ['plain'],
  needles: ['Process exited with status '],
  means: 'The process of a dyno ended with a status of its own.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: ofDyno('heroku', /^Process exited with status (?<code>(?!0$|143$|137$)\d{1,3})$/),
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -5_000, to: 10_000 },
  consequences: [
    { of: 'heroku-dyno/memory-kill', sharing: 'unit', within: { from: -30_000, to: 0 } },
    { of: 'heroku-dyno/stopping', sharing: 'unit', within: { from: -60_000, to: 0 } },
  ],
  samples: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Process exited with status 1',
      gives: { unit: 'web.1', addresses: ['web.1'], code: 1 },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
      format: 'syslog',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Process exited with status 143',
      because: 'it was asked to stop',
      format: 'syslog',
    },
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Process exited with status 0',
      because: 'it ended in order',
      format: 'syslog',
    },
  ],
});
