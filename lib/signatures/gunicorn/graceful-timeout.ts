import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornGracefulTimeout = defineClue({
  id: 'gunicorn/graceful-timeout',
  formats: ['gunicorn', ...anyText],
  needles: ['Worker graceful timeout'],
  means: 'A worker that was told to leave cut the requests that ran longer than graceful_timeout.',
  provenance: { project: 'gunicorn', file: 'gunicorn/workers/ggevent.py', version: '19.9.0 to 26.1.0' },
  pattern: /^Worker graceful timeout \(pid:(?<pid>\d+)\)$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [{ of: 'gunicorn/recycle', sharing: 'pid', within: { from: -60_000, to: 0 } }],
  samples: [
    {
      line: '[2024-05-06 08:00:00 +0000] [17] [WARNING] Worker graceful timeout (pid:17)',
      gives: { pid: 17 },
      from: 'rebuilt from the template, gunicorn 22.0.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)',
      because: 'a worker that was stuck, not one that was told to leave',
    },
  ],
});
