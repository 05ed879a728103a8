import { anyText, defineClue } from '#lib/catalogue/define.ts';

/** By name, by number, and by number + 128 where 21 to 23 did not take the core-dump flag off. */
const names: Readonly<Record<string, string>> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  11: 'SIGSEGV',
  31: 'SIGSYS',
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  135: 'SIGBUS',
  136: 'SIGFPE',
  139: 'SIGSEGV',
  159: 'SIGSYS',
};

export const gunicornWorkerCrashed = defineClue({
  id: 'gunicorn/worker-crashed',
  formats: ['gunicorn', ...anyText],
  needles: [
    'was sent SIGSEGV',
    'was sent SIGABRT',
    'was sent SIGBUS',
    'was sent SIGFPE',
    'was sent SIGILL',
    'was sent SIGTRAP',
    'was sent SIGSYS',
    'was sent code',
    'was terminated due to signal',
  ],
  means: 'A worker crashed: it ended by a signal that a fault in native code raises.',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/arbiter.py, reap_workers',
    version: '20.1.0, 21.0.0 to 26.1.0',
  },
  pattern:
    /^Worker (?:\(pid:|with pid )(?<pid>\d+)\)? was (?:sent |sent code |terminated due to signal )(?<signal>SIG(?:SEGV|ABRT|BUS|FPE|ILL|TRAP|SYS)|[45678]|11|31|13[2-69]|159)!?$/,
  adds: ({ signal = '' }) => ({ signal: names[signal] ?? signal }),
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [{ of: 'gunicorn/worker-timeout', sharing: 'pid', within: { from: -3_000, to: 0 } }],
  samples: [
    {
      line: '[2026-11-22 11:55:51 +0000] [29847] [WARNING] Worker (pid:29906) was sent SIGSEGV!',
      gives: { pid: 29906, signal: 'SIGSEGV' },
      from: 'captured, gunicorn 26.2.0',
    },
    {
      line: '[2026-11-22 11:51:37 +0000] [22795] [ERROR] Worker (pid:22812) was sent SIGABRT!',
      gives: { pid: 22812, signal: 'SIGABRT' },
      from: 'captured, gunicorn 21.2.0',
    },
    {
      line: '[2026-11-22 11:49:36 +0000] [4954] [WARNING] Worker with pid 4973 was terminated due to signal 11',
      gives: { pid: 4973, signal: 'SIGSEGV' },
      from: 'captured, gunicorn 20.1.0',
    },
    {
      line: '[2024-05-06 08:00:00 +0000] [7] [ERROR] Worker (pid:17) was sent code 139!',
      gives: { pid: 17, signal: 'SIGSEGV' },
      from: 'rebuilt from the template, gunicorn 23.0.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:49:35 +0000] [4954] [WARNING] Worker with pid 4960 was terminated due to signal 9',
      because: 'killed from outside',
    },
    {
      line: '[2026-11-22 12:01:27 +0000] [3624] [INFO] Worker (pid:3762) was sent SIGTERM!',
      because: 'asked to stop',
    },
  ],
});
