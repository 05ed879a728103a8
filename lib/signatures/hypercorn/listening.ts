import { anyText, defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const hypercornListening = defineClue({
  id: 'hypercorn/listening',
  formats: ['gunicorn', ...anyText],
  needles: ['CTRL + C to quit'],
  means:
    'Hypercorn says where it listens, once for each worker; in the middle of a life, one died in silence.',
  provenance: {
    project: 'hypercorn',
    file: 'hypercorn/asyncio/run.py, worker_serve',
    version: '0.13.2 to 0.18.0',
  },
  pattern: /^Running on https?:\/\/(?<listens>\S{1,108}) (?:\(QUIC\) )?\(CTRL \+ C to quit\)$/,
  points: endedBefore,
  within: { from: -1_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 12:03:05 +0000] [7191] [INFO] Running on http://127.0.0.1:18000 (CTRL + C to quit)',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, hypercorn 0.13.2',
    },
  ],
  nearMisses: [
    {
      line: ' * Running on http://127.0.0.1:5000 (CTRL + C to quit)',
      because: 'Quart’s own development server',
      format: 'plain',
    },
  ],
});
