import { defineClue } from '#lib/catalogue/define.ts';
import { ofDyno } from '#lib/catalogue/define-dyno.ts';

export const herokuDynoMemoryKill = defineClue({
  id: 'heroku-dyno/memory-kill',
  formats: ['plain'],
  needles: ['Error R15 ('],
  means: 'The dyno used far more memory than its quota, and Heroku kills it with SIGKILL.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: ofDyno('heroku', /^Error (?<reason>R15) \(Memory quota vastly exceeded\)/),
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -10_000, to: 10_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Error R15 (Memory quota vastly exceeded)',
      gives: { unit: 'web.1', addresses: ['web.1'], reason: 'R15' },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
      format: 'syslog',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 app[web.1]: Error R15 (Memory quota vastly exceeded)',
      because: 'the app printed it',
      format: 'syslog',
    },
  ],
});
