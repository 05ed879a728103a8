import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornShuttingDown = defineClue({
  id: 'gunicorn/shutting-down',
  formats: ['gunicorn', ...anyText],
  needles: ['Shutting down: Master'],
  means: 'gunicorn has stopped its workers and leaves; what was still running has just been cut.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, halt', version: '19.9.0 to 26.1.0' },
  pattern: /^Shutting down: Master(?:\.\d+)?$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [
    { of: 'gunicorn/stop', within: { from: -35_000, to: 0 } },
    // The reason follows in the next line.
    { of: 'gunicorn/failed-to-boot', within: { from: -1_000, to: 1_000 } },
  ],
  samples: [
    {
      line: '[2026-11-22 11:57:58 +0000] [32635] [INFO] Shutting down: Master',
      gives: {},
      from: 'captured, gunicorn 26.2.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 12:01:29 +0000] [4822] [INFO] Shutting down',
      because: 'one uvicorn worker, not the whole server',
    },
  ],
});
