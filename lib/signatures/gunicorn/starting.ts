import { anyText, defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const gunicornStarting = defineClue({
  id: 'gunicorn/starting',
  formats: ['gunicorn', ...anyText],
  needles: ['Starting gunicorn'],
  means: 'gunicorn started; the process before it has ended.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, start', version: '19.9.0 to 26.1.0' },
  pattern: /^Starting gunicorn (?<version>\d[\w.+-]*)$/,
  points: endedBefore,
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'gunicorn/stop', within: { from: -60_000, to: 0 } },
    { of: 'gunicorn/shutting-down', within: { from: -60_000, to: 0 } },
    { of: 'gunicorn/failed-to-boot', within: { from: -60_000, to: 0 } },
    { of: 'gunicorn/reload', within: { from: -5_000, to: 0 } },
  ],
  samples: [
    {
      line: '[2026-11-22 11:55:48 +0000] [29847] [INFO] Starting gunicorn 26.2.0',
      gives: { version: '26.2.0' },
      from: 'captured, gunicorn 26.2.0',
    },
  ],
  nearMisses: [
    { line: 'Starting gunicorn on port 8000', because: 'a line of a start script', format: 'plain' },
    { line: 'Starting gunicorn.service - shop...', because: 'systemd speaks', format: 'plain' },
  ],
});
