import { defineClue } from '#lib/catalogue/define.ts';

export const phpFpmStop = defineClue({
  id: 'php-fpm/stop',
  // Any program may say so: only behind php-fpm's own head.
  formats: ['php-fpm'],
  needles: ['Terminating ...', 'Finishing ...'],
  means: 'php-fpm was told to stop; while process_control_timeout is 0 it cuts every request at once.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_events.c, fpm_got_signal',
    version: '8.2.32, 8.4.24',
  },
  pattern: /^(?<signal>Terminating|Finishing) \.\.\.$/,
  adds: ({ signal }) => ({ signal: signal === 'Finishing' ? 'SIGQUIT' : 'SIGTERM' }),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [],
  endedBy: [{ of: 'php-fpm/exiting' }, { of: 'php-fpm/running' }],
  samples: [
    {
      line: '[22-Nov-2026 12:10:46] NOTICE: Terminating ...',
      gives: { signal: 'SIGTERM' },
      from: 'captured, php-fpm 8.2.36',
    },
    {
      line: '[22-Nov-2026 12:10:44] NOTICE: Finishing ...',
      gives: { signal: 'SIGQUIT' },
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [],
});
