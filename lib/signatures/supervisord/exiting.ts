import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordExiting = defineClue({
  id: 'supervisord/exiting',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['indicating exit request', 'indicating restart request'],
  means: 'supervisord was told to end, or to begin anew, and stops all that it runs.',
  provenance: { project: 'supervisor', file: 'supervisor/supervisord.py', version: '3.0 to 4.3.0' },
  pattern: /^received (?<reason>SIG(?:TERM|INT|QUIT|HUP)) indicating (?:exit|restart) request$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -15000, to: 3000 },
  consequences: [],
  trigger: true,
  samples: [
    {
      line: '2026-11-22 12:41:44,501 WARN received SIGTERM indicating exit request',
      gives: { reason: 'SIGTERM' },
      from: 'captured, supervisord 4.2.5',
    },
    {
      line: '2026-11-22 12:41:44,501 WARN received SIGHUP indicating restart request',
      gives: { reason: 'SIGHUP' },
      from: 'rebuilt from the template, supervisor 4.3.0 supervisor/supervisord.py',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:41:44,501 INFO received SIGUSR2 indicating log reopen request',
      because: 'logs are opened anew',
    },
  ],
});
