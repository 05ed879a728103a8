import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornWorkerClass = defineClue({
  id: 'gunicorn/worker-class',
  formats: ['gunicorn', ...anyText],
  needles: ['Using worker'],
  means:
    'Which kind of worker serves the requests: sync closes after every response, the others keep connections.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, start', version: '19.9.0 to 26.1.0' },
  pattern: /^Using worker: (?<reason>[\w.]+)$/,
  points: [],
  within: { from: -1_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 11:51:35 +0000] [22795] [INFO] Using worker: gthread',
      gives: { reason: 'gthread' },
      from: 'captured, gunicorn 21.2.0',
    },
  ],
  nearMisses: [],
});
