import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmRunning = defineClue({
  id: 'php-fpm/running',
  formats: ['php-fpm', ...anyText],
  needles: ['fpm is running, pid'],
  means: 'php-fpm started; the process before it has ended.',
  provenance: { project: 'php-src', file: 'sapi/fpm/fpm/fpm.c, fpm_init', version: '8.2.32, 8.4.24' },
  pattern: /^fpm is running, pid (?<pid>\d+)$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'php-fpm/stop', within: { from: -60_000, to: 0 } },
    { of: 'php-fpm/exiting', within: { from: -60_000, to: 0 } },
    { of: 'php-fpm/reexec', within: { from: -5_000, to: 0 } },
  ],
  samples: [
    {
      line: '[22-Nov-2026 12:09:50] NOTICE: fpm is running, pid 14507',
      gives: { pid: 14507 },
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [],
});
