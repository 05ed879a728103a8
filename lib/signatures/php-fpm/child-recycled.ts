import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmChildRecycled = defineClue({
  id: 'php-fpm/child-recycled',
  formats: ['php-fpm', ...anyText],
  needles: ['exited with code 0'],
  means: 'A child has served pm.max_requests and was replaced after its last request.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_children.c, fpm_children_bury',
    version: '8.2.32, 8.4.24',
  },
  pattern: /^\[pool [^\]]+\] child (?<pid>\d+) exited with code 0 after \d+\.\d+ seconds from start$/,
  points: [{ cause: 'worker-recycle', strength: 'context' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:10:23] NOTICE: [pool www] child 14668 exited with code 0 after 1.239089 seconds from start',
      gives: { pid: 14668 },
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [],
});
