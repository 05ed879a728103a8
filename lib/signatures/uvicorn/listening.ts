import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornListening = defineClue({
  id: 'uvicorn/listening',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Uvicorn running on '],
  means: 'uvicorn says where it listens.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/server.py, _log_started_message',
    version: '0.17.6 to 0.54.0',
  },
  pattern: /^Uvicorn running on (?:https?:\/\/|unix socket )(?<listens>\S{1,108}) \(Press CTRL\+C to quit\)$/,
  // Where it stands says which upstream the log belongs to, and nothing about a close.
  points: [],
  within: { from: -1_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: 'INFO:     Uvicorn running on http://127.0.0.1:18000 (Press CTRL+C to quit)',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [{ line: 'Uvicorn running on Kubernetes', because: 'no address', format: 'plain' }],
});
