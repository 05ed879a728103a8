import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornWorkerTimeout = defineClue({
  id: 'gunicorn/worker-timeout',
  formats: ['gunicorn', ...anyText],
  needles: ['WORKER TIMEOUT'],
  means: 'gunicorn ended a worker that had given no sign of life for longer than its timeout.',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/arbiter.py, murder_workers',
    version: '19.9.0 to 26.1.0',
  },
  pattern: /^WORKER TIMEOUT \(pid:(?<pid>\d+)\)$/,
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  // Python code leaves at once; code that blocks in C is killed a second later.
  within: { from: -2_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)',
      gives: { pid: 29898 },
      from: 'captured, gunicorn 26.2.0',
    },
    {
      line: 'WORKER TIMEOUT (pid:29898)',
      gives: { pid: 29898 },
      from: 'the same message alone',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:58:43 +0000] [1174] [WARNING] Worker graceful timeout (pid:1174)',
      because: 'a stop ran out of time; the worker was not stuck',
    },
    {
      line: '[2026-11-22 11:58:43 +0000] [1174] [INFO] alert rule matched: WORKER TIMEOUT (pid:1)',
      because: 'an application writes about it',
    },
  ],
});
