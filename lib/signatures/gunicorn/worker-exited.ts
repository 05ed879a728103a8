import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornWorkerExited = defineClue({
  id: 'gunicorn/worker-exited',
  formats: ['gunicorn', ...anyText],
  needles: ['exited with code'],
  means: 'A worker ended with an error code: the application called exit, or it could not start.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, reap_workers', version: '21.0.0 to 26.1.0' },
  pattern: /^Worker \(pid:(?<pid>\d+)\) exited with code (?<code>\d+)\.$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [
    { of: 'gunicorn/worker-exit-code', sharing: 'pid', within: { from: -1_000, to: 0 } },
    { of: 'gunicorn/worker-exception', sharing: 'pid', within: { from: -5_000, to: 0 } },
    // A sync worker of 21 leaves with code 1 when it is timed out.
    { of: 'gunicorn/worker-timeout', sharing: 'pid', within: { from: -3_000, to: 0 } },
  ],
  samples: [
    {
      line: '[2026-11-22 11:55:51 +0000] [29847] [ERROR] Worker (pid:29912) exited with code 7.',
      gives: { pid: 29912, code: 7 },
      from: 'captured, gunicorn 26.2.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:51:39 +0000] [22795] [ERROR] Worker (pid:22865) exited with code 7',
      because: 'the first of the two lines that 21 to 23 write for one death',
    },
    {
      line: '2026-11-22T12:18:48: PM2 log: App [web:0] exited with code [1] via signal [SIGINT]',
      because: 'another supervisor',
      format: 'plain',
    },
  ],
});
