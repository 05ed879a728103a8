import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornChildTerminated = defineClue({
  id: 'uvicorn/child-terminated',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Terminated child process'],
  means: 'uvicorn told a worker to stop, in a stop or a reload.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/supervisors/multiprocess.py',
    version: '0.30.0 to 0.35.0',
  },
  pattern: /^Terminated child process \[(?<pid>\d+)\]$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [
    { of: 'uvicorn/parent-stop', within: { from: -35_000, to: 0 } },
    { of: 'uvicorn/parent-reload', within: { from: -60_000, to: 0 } },
  ],
  samples: [
    {
      line: 'INFO:     Terminated child process [6002]',
      gives: { pid: 6002 },
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [],
});
