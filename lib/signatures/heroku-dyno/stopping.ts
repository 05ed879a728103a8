import { defineClue } from '#lib/catalogue/define.ts';
import { ofDyno } from '#lib/catalogue/define-dyno.ts';

export const herokuDynoStopping = defineClue({
  id: 'heroku-dyno/stopping',
  formats: ['plain'],
  needles: ['SIGTERM', 'SIGKILL', 'Cycling', 'Restarting'],
  means: 'Heroku stops the dyno: a release, a restart, the daily cycling, or one taken away.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: ofDyno(
    'heroku',
    /^(?:Stopping (?:all processes|process|remaining processes) with (?<signal>SIGTERM|SIGKILL)|Cycling|Restarting)$/,
  ),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 5_000 },
  consequences: [{ of: 'heroku-dyno/memory-kill', sharing: 'unit', within: { from: -30_000, to: 5_000 } }],
  samples: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Stopping all processes with SIGTERM',
      gives: { unit: 'web.1', addresses: ['web.1'], signal: 'SIGTERM' },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
      format: 'syslog',
    },
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Cycling',
      gives: { unit: 'web.1', addresses: ['web.1'] },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
      format: 'syslog',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.123456+00:00 heroku[web.1]: Starting process with command `bundle exec puma`',
      because: 'a dyno begins',
      format: 'syslog',
    },
  ],
});
