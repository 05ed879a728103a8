import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornRecycle = defineClue({
  id: 'uvicorn/recycle',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Maximum request limit of'],
  means: 'A process has served limit_max_requests and stops; without workers the server is gone.',
  provenance: { project: 'uvicorn', file: 'uvicorn/server.py', version: '0.17.6 to 0.35.0' },
  pattern: /^Maximum request limit of \d+ exceeded\. Terminating process\.$/,
  points: [{ cause: 'worker-recycle', strength: 'strong' }],
  within: { from: -10_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: 'INFO:     Maximum request limit of 3 exceeded. Terminating process.',
      gives: {},
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [],
});
