import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmExiting = defineClue({
  id: 'php-fpm/exiting',
  formats: ['php-fpm', ...anyText],
  needles: ['exiting, bye-bye!'],
  means: 'php-fpm has stopped; what was still running has been cut.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_process_ctl.c, fpm_pctl_exit',
    version: '8.2.32, 8.4.24',
  },
  pattern: /^exiting, bye-bye!$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [{ of: 'php-fpm/stop', within: { from: -35_000, to: 0 } }],
  samples: [
    { line: '[22-Nov-2026 12:10:46] NOTICE: exiting, bye-bye!', gives: {}, from: 'captured, php-fpm 8.2.36' },
  ],
  nearMisses: [],
});
