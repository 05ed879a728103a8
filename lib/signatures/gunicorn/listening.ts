import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornListening = defineClue({
  id: 'gunicorn/listening',
  formats: ['gunicorn', ...anyText],
  needles: ['Listening at: '],
  means: 'gunicorn says where it listens.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, start', version: '19.9.0 to 26.1.0' },
  pattern: /^Listening at: (?:https?:\/\/|unix:)(?<listens>[^\s,]{1,108})(?: |,|$)/,
  // Where it stands says which upstream the log belongs to, and nothing about a close.
  points: [],
  within: { from: -1_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 11:55:48 +0000] [29847] [INFO] Listening at: http://127.0.0.1:18000 (29847)',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, gunicorn 26.2.0',
    },
    {
      line: '[2026-11-22 11:55:48 +0000] [29847] [INFO] Listening at: unix:/run/shop.sock (29847)',
      gives: { listens: '/run/shop.sock' },
      from: 'rebuilt from the template, gunicorn 23.0.0',
    },
  ],
  nearMisses: [{ line: 'Listening at: the conference', because: 'nobody listens there', format: 'plain' }],
});
