import { defineClue } from '#lib/catalogue/define.ts';
import { ofDyno } from '#lib/catalogue/define-dyno.ts';

export const herokuDynoMemoryQuota = defineClue({
  id: 'heroku-dyno/memory-quota',
  formats: ['plain'],
  needles: ['Error R14 ('],
  means: 'The dyno uses more memory than its quota and swaps, which makes it slow and does not end it.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: ofDyno('heroku', /^Error (?<reason>R14) \(Memory quota exceeded\)/),
  points: [{ cause: 'oom-kill', strength: 'context' }],
  within: { from: -60_000, to: 10_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Error R14 (Memory quota exceeded)',
      gives: { unit: 'web.1', addresses: ['web.1'], reason: 'R14' },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
      format: 'syslog',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Process running mem=518M(101.1%)',
      because: 'a measurement, printed with each',
      format: 'syslog',
    },
  ],
});
