import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmReexec = defineClue({
  id: 'php-fpm/reexec',
  formats: ['php-fpm', ...anyText],
  needles: ['reloading: execvp('],
  means: 'php-fpm has ended its children and starts itself anew.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_process_ctl.c, fpm_pctl_exec',
    version: '8.2.32, 8.4.24',
  },
  pattern: /^reloading: execvp\(/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [
    { of: 'php-fpm/reload', within: { from: -35_000, to: 0 } },
    { of: 'php-fpm/emergency-restart', within: { from: -35_000, to: 0 } },
  ],
  samples: [
    {
      line: '[22-Nov-2026 12:10:50] NOTICE: reloading: execvp("php-fpm8.2", {"php-fpm8.2", "-F", "-R", "-y", "/srv/php/fpm.conf", "-c", "/srv/php/php.ini"})',
      gives: {},
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [],
});
