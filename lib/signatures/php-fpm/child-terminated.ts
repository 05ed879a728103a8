import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmChildTerminated = defineClue({
  id: 'php-fpm/child-terminated',
  formats: ['php-fpm', ...anyText],
  needles: ['exited on signal'],
  means:
    'A child was told to stop: by php-fpm if it timed the request out just before, otherwise from outside.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_children.c, fpm_children_bury',
    version: '8.2.32, 8.4.24',
  },
  pattern:
    /^\[pool [^\]]+\] child (?<pid>\d+) exited on signal \d+ \((?<signal>SIG(?:TERM|QUIT|INT|HUP|USR1|USR2))\) after \d+\.\d+ seconds from start$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [
    { of: 'php-fpm/request-timeout', sharing: 'pid', within: { from: -5_000, to: 0 } },
    { of: 'php-fpm/stop', within: { from: -35_000, to: 0 } },
    { of: 'php-fpm/reload', within: { from: -35_000, to: 0 } },
  ],
  samples: [
    {
      line: '[22-Nov-2026 12:10:07] WARNING: [pool www] child 14617 exited on signal 15 (SIGTERM) after 4.005663 seconds from start',
      gives: { pid: 14617, signal: 'SIGTERM' },
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [
    {
      line: '[22-Nov-2026 12:09:53] WARNING: [pool www] child 14525 exited on signal 6 (SIGABRT) after 0.829366 seconds from start',
      because: 'a crash',
    },
  ],
});
