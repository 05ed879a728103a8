import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmEmergencyRestart = defineClue({
  id: 'php-fpm/emergency-restart',
  formats: ['php-fpm', ...anyText],
  needles: ['failed processes threshold'],
  means: 'So many children crashed (emergency_restart_threshold) that php-fpm restarts every pool.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_children.c, fpm_children_bury',
    version: '8.2.32, 8.4.24',
  },
  pattern: /^failed processes threshold \(\d+ in \d+ sec\) is reached, initiating reload$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:10:54] WARNING: failed processes threshold (2 in 60 sec) is reached, initiating reload',
      gives: {},
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [],
});
