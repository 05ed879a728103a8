import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmChildKilled = defineClue({
  id: 'php-fpm/child-killed',
  formats: ['php-fpm', ...anyText],
  needles: ['exited on signal 9'],
  means: 'A child was killed by SIGKILL from outside: for memory, or by hand.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_children.c, fpm_children_bury',
    version: '8.2.32, 8.4.24',
  },
  pattern:
    /^\[pool [^\]]+\] child (?<pid>\d+) exited on signal 9 \((?<signal>SIGKILL)\) after \d+\.\d+ seconds from start$/,
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [
    { of: 'php-fpm/request-timeout', sharing: 'pid', within: { from: -5_000, to: 0 } },
    { of: 'php-fpm/stop', within: { from: -35_000, to: 0 } },
  ],
  samples: [
    {
      line: '[22-Nov-2026 12:09:51] WARNING: [pool www] child 14513 exited on signal 9 (SIGKILL) after 0.935204 seconds from start',
      gives: { pid: 14513, signal: 'SIGKILL' },
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [
    {
      line: '[22-Nov-2026 12:09:52] WARNING: [pool www] child 14519 exited on signal 11 (SIGSEGV) after 0.837953 seconds from start',
      because: 'a crash of its own',
    },
  ],
});
