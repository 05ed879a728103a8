import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmChildCrashed = defineClue({
  id: 'php-fpm/child-crashed',
  formats: ['php-fpm', ...anyText],
  needles: ['exited on signal'],
  means: 'A child crashed: it ended by a signal that a fault in native code raises.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_children.c, fpm_children_bury',
    version: '8.2.32, 8.4.24',
  },
  pattern:
    /^\[pool [^\]]+\] child (?<pid>\d+) exited on signal \d+ \((?<signal>SIG(?:SEGV|ABRT|BUS|FPE|ILL|TRAP|SYS))(?: - core dumped)?\) after \d+\.\d+ seconds from start$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:09:52] WARNING: [pool www] child 14519 exited on signal 11 (SIGSEGV) after 0.837953 seconds from start',
      gives: { pid: 14519, signal: 'SIGSEGV' },
      from: 'captured, php-fpm 8.2.36',
    },
    {
      line: '[22-Nov-2026 12:09:52] WARNING: [pool www] child 17 exited on signal 11 (SIGSEGV - core dumped) after 0.837953 seconds from start',
      gives: { pid: 17, signal: 'SIGSEGV' },
      from: 'rebuilt from the template, php-src 8.4.24',
    },
  ],
  nearMisses: [
    {
      line: '[22-Nov-2026 12:09:51] WARNING: [pool www] child 14513 exited on signal 9 (SIGKILL) after 0.935204 seconds from start',
      because: 'killed from outside',
    },
  ],
});
