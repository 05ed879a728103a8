import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmMaxChildren = defineClue({
  id: 'php-fpm/max-children',
  formats: ['php-fpm', ...anyText],
  needles: ['max_children setting', 'maximum number of processes has been reached'],
  means: 'Every child that the pool may have is busy; further requests wait in the backlog.',
  // Once until it recovers; a pool with pm = static writes nothing.
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_process_ctl.c, fpm_children.c',
    version: '8.2.32, 8.4.24',
  },
  pattern:
    /^(?:\[pool [^\]]+\] server reached (?:pm\.)?max_children setting \(\d+\), consider raising it$|The maximum number of processes has been reached\.)/,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:10:37] WARNING: [pool www] server reached pm.max_children setting (2), consider raising it',
      gives: {},
      from: 'captured, php-fpm 8.2.36',
    },
    {
      line: '[22-Nov-2026 12:10:37] WARNING: [pool www] server reached max_children setting (5), consider raising it',
      gives: {},
      from: 'rebuilt from the template, php-src 8.4.24, pm = ondemand',
    },
    {
      line: "[22-Nov-2026 12:10:37] WARNING: The maximum number of processes has been reached. Please review your configuration and consider raising 'process.max'",
      gives: {},
      from: 'rebuilt from the template, php-src 8.4.24',
    },
  ],
  nearMisses: [],
});
