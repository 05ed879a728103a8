import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmChildExited = defineClue({
  id: 'php-fpm/child-exited',
  formats: ['php-fpm', ...anyText],
  needles: ['exited with code'],
  means: 'A child ended with an error code of its own.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_children.c, fpm_children_bury',
    version: '8.2.32, 8.4.24',
  },
  pattern:
    /^\[pool [^\]]+\] child (?<pid>\d+) exited with code (?<code>[1-9]\d*) after \d+\.\d+ seconds from start$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:10:23] WARNING: [pool www] child 17 exited with code 70 after 1.239089 seconds from start',
      gives: { pid: 17, code: 70 },
      from: 'rebuilt from the template, php-src 8.4.24',
    },
  ],
  nearMisses: [
    {
      line: '[22-Nov-2026 12:10:23] NOTICE: [pool www] child 14668 exited with code 0 after 1.239089 seconds from start',
      because: 'has served pm.max_requests',
    },
  ],
});
