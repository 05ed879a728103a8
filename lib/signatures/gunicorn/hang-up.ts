import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornHangUp = defineClue({
  id: 'gunicorn/hang-up',
  formats: ['gunicorn', ...anyText],
  needles: ['Hang up: Master'],
  means: 'gunicorn reloads its configuration and replaces its workers.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, handle_hup', version: '19.9.0 to 26.1.0' },
  pattern: /^Hang up: Master(?:\.\d+)?$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [{ of: 'gunicorn/reload', within: { from: -2_000, to: 0 } }],
  samples: [
    {
      line: '[2026-11-22 11:58:32 +0000] [710] [INFO] Hang up: Master',
      gives: {},
      from: 'captured, gunicorn 26.2.0',
    },
  ],
  nearMisses: [],
});
