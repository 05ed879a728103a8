import { defineClue } from '#lib/catalogue/define.ts';

export const phpFpmReload = defineClue({
  id: 'php-fpm/reload',
  // Any program may say so: only behind php-fpm's own head.
  formats: ['php-fpm'],
  needles: ['Reloading in progress'],
  means: 'php-fpm was told to reload; while process_control_timeout is 0 it cuts every request at once.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_events.c, fpm_got_signal',
    version: '8.2.32, 8.4.24',
  },
  pattern: /^Reloading in progress \.\.\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [{ of: 'php-fpm/emergency-restart', within: { from: -2_000, to: 0 } }],
  trigger: true,
  change: 'reload',
  endedBy: [{ of: 'php-fpm/running' }],
  samples: [
    {
      line: '[22-Nov-2026 12:10:50] NOTICE: Reloading in progress ...',
      gives: {},
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [],
});
