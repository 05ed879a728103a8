import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornWorkerKilled = defineClue({
  id: 'gunicorn/worker-killed',
  formats: ['gunicorn', ...anyText],
  needles: ['was sent SIGKILL', 'was terminated due to signal'],
  means: 'A worker was killed by SIGKILL; gunicorn guesses at memory for every one, its own kills included.',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/arbiter.py, reap_workers',
    version: '20.1.0, 21.0.0 to 26.1.0',
  },
  pattern: /^Worker (?:\(pid:|with pid )(?<pid>\d+)\)? was (?:sent SIGKILL!|terminated due to signal 9$)/,
  adds: { signal: 'SIGKILL' },
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [
    { of: 'gunicorn/worker-timeout', sharing: 'pid', within: { from: -3_000, to: 0 } },
    // When graceful_timeout (30 s) is over, gunicorn kills what is still busy.
    { of: 'gunicorn/stop', within: { from: -35_000, to: 0 } },
  ],
  samples: [
    {
      line: '[2026-11-22 11:55:49 +0000] [29847] [ERROR] Worker (pid:29861) was sent SIGKILL! Perhaps out of memory?',
      gives: { pid: 29861, signal: 'SIGKILL' },
      from: 'captured, gunicorn 26.2.0',
    },
    {
      line: '[2026-11-22 11:49:35 +0000] [4954] [WARNING] Worker with pid 4960 was terminated due to signal 9',
      gives: { pid: 4960, signal: 'SIGKILL' },
      from: 'captured, gunicorn 20.1.0',
    },
    {
      line: 'Worker (pid:29861) was sent SIGKILL! Perhaps out of memory?',
      gives: { pid: 29861 },
      from: 'the same message alone',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:58:41 +0000] [710] [INFO] Worker (pid:714) was sent SIGTERM!',
      because: 'asked to stop, not killed',
    },
    {
      line: '[2026-11-22 11:49:36 +0000] [4954] [WARNING] Worker with pid 4979 was terminated due to signal 11',
      because: 'a crash of its own',
    },
  ],
});
