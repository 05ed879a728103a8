import { defineClue } from '#lib/catalogue/define.ts';

export const uvicornParentStop = defineClue({
  id: 'uvicorn/parent-stop',
  formats: ['uvicorn'],
  needles: ['Received SIGTERM, exiting', 'Received SIGINT, exiting', 'Received SIGBREAK, exiting'],
  means: 'uvicorn with several workers was told to stop.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/supervisors/multiprocess.py',
    version: '0.30.0 to 0.35.0',
  },
  pattern: /^Received (?<signal>SIG(?:TERM|INT|BREAK)), exiting\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [],
  endedBy: [{ of: 'uvicorn/parent-stopped' }, { of: 'uvicorn/parent-started' }],
  samples: [
    {
      line: 'INFO:     Received SIGTERM, exiting.',
      gives: { signal: 'SIGTERM' },
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [],
});
