import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornParentStarted = defineClue({
  id: 'uvicorn/parent-started',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Started parent process'],
  means: 'uvicorn started with several workers; the process before it has ended.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/supervisors/multiprocess.py',
    version: '0.17.6 to 0.35.0',
  },
  pattern: /^Started parent process \[(?<pid>\d+)\]$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'uvicorn/parent-stop', within: { from: -60_000, to: 0 } },
    { of: 'uvicorn/parent-stopped', within: { from: -60_000, to: 0 } },
  ],
  samples: [
    {
      line: 'INFO:     Started parent process [5905]',
      gives: { pid: 5905 },
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [],
});
