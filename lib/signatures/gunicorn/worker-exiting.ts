import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornWorkerExiting = defineClue({
  id: 'gunicorn/worker-exiting',
  formats: ['gunicorn', ...anyText],
  needles: ['Worker exiting'],
  means: 'A worker is leaving; where nobody asked it to, the application called exit.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, spawn_worker', version: '19.9.0 to 26.1.0' },
  pattern: /^Worker exiting \(pid: (?<pid>\d+)\)$/,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [
    { of: 'gunicorn/worker-timeout', sharing: 'pid', within: { from: -3_000, to: 0 } },
    { of: 'gunicorn/worker-exception', sharing: 'pid', within: { from: -3_000, to: 0 } },
    { of: 'gunicorn/recycle', sharing: 'pid', within: { from: -60_000, to: 0 } },
    { of: 'gunicorn/parent-changed', sharing: 'pid', within: { from: -35_000, to: 0 } },
    { of: 'gunicorn/stop', within: { from: -35_000, to: 0 } },
    { of: 'gunicorn/reload', within: { from: -60_000, to: 0 } },
    { of: 'gunicorn/scale', within: { from: -60_000, to: 0 } },
    // The master ends all workers, then says why.
    { of: 'gunicorn/failed-to-boot', within: { from: -5_000, to: 5_000 } },
  ],
  samples: [
    {
      line: '[2026-11-22 11:49:43 +0000] [4991] [INFO] Worker exiting (pid: 4991)',
      gives: { pid: 4991 },
      from: 'captured, gunicorn 20.1.0, sys.exit in the application',
    },
  ],
  nearMisses: [],
});
