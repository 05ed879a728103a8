import { defineClue } from '#lib/catalogue/define.ts';
import { ofDyno } from '#lib/catalogue/define-dyno.ts';

export const herokuDynoExitTimeout = defineClue({
  id: 'heroku-dyno/exit-timeout',
  formats: ['plain'],
  needles: ['Error R12 ('],
  means: 'The dyno had not ended 30 s after SIGTERM and is killed with what it still served.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: ofDyno('heroku', /^Error (?<reason>R12) \(Exit timeout\)/),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -5_000, to: 5_000 },
  consequences: [{ of: 'heroku-dyno/stopping', sharing: 'unit', within: { from: -60_000, to: 0 } }],
  samples: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Error R12 (Exit timeout) -> At least one process failed to exit within 30 seconds of SIGTERM',
      gives: { unit: 'web.1', addresses: ['web.1'], reason: 'R12' },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
      format: 'syslog',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Error R10 (Boot timeout) -> Web process failed to bind to $PORT within 60 seconds of launch',
      because: 'a dyno that never served',
      format: 'syslog',
    },
  ],
});
