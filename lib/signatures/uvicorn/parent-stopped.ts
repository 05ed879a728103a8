import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornParentStopped = defineClue({
  id: 'uvicorn/parent-stopped',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Stopping parent process'],
  means: 'uvicorn with several workers has stopped.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/supervisors/multiprocess.py',
    version: '0.17.6 to 0.35.0',
  },
  pattern: /^Stopping parent process \[(?<pid>\d+)\]$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [
    { of: 'uvicorn/parent-stop', within: { from: -35_000, to: 0 } },
    { of: 'uvicorn/stop', within: { from: -35_000, to: 0 } },
  ],
  samples: [
    {
      line: 'INFO:     Stopping parent process [5905]',
      gives: { pid: 5905 },
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [],
});
