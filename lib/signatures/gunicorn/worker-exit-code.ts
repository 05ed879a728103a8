import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornWorkerExitCode = defineClue({
  id: 'gunicorn/worker-exit-code',
  formats: ['gunicorn', ...anyText],
  needles: ['exited with code'],
  means: 'A worker ended with an error code: the application called exit, or it could not start.',
  // 21 to 23 write this line for every code and, unless they halt, the same words with a full stop after it.
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, reap_workers', version: '21.0.0 to 23.0.0' },
  pattern: /^Worker \(pid:(?<pid>\d+)\) exited with code (?<code>\d+)$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [
    { of: 'gunicorn/worker-exception', sharing: 'pid', within: { from: -5_000, to: 0 } },
    { of: 'gunicorn/worker-timeout', sharing: 'pid', within: { from: -3_000, to: 0 } },
  ],
  samples: [
    {
      line: '[2026-11-22 11:51:39 +0000] [22795] [ERROR] Worker (pid:22865) exited with code 7',
      gives: { pid: 22865, code: 7 },
      from: 'captured, gunicorn 21.2.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:55:51 +0000] [29847] [ERROR] Dirty arbiter (pid:29912) exited with code 7',
      because: 'a helper process that serves no requests',
    },
  ],
});
