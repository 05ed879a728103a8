import { defineClue } from '#lib/catalogue/define.ts';
import { ofDyno } from '#lib/catalogue/define-dyno.ts';

export const herokuDynoRelease = defineClue({
  id: 'heroku-dyno/release',
  formats: ['plain'],
  needles: ['Release v', 'Deploy '],
  means: 'A release: code or settings changed, and every dyno is started anew.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: ofDyno('app', /^(?:Release (?<version>v\d+) created by user|Deploy [0-9a-f]{6,40} by user) /, 'api'),
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -120_000, to: 5_000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 app[api]: Release v42 created by user ops@example.com',
      gives: { version: 'v42' },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
      format: 'syslog',
    },
    {
      line: '2026-11-22T12:00:05.123456+00:00 app[api]: Deploy 1d2c3b4a by user ops@example.com',
      gives: {},
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
      format: 'syslog',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 app[web.1]: Release v42 created by user ops@example.com',
      because: 'the app printed it',
      format: 'syslog',
    },
  ],
});
