import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornChildDied = defineClue({
  id: 'uvicorn/child-died',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Child process'],
  means: 'A worker process ended or did not answer for 5 s; uvicorn names neither signal nor code.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/supervisors/multiprocess.py',
    version: '0.30.0 to 0.35.0',
  },
  pattern: /^Child process \[(?<pid>\d+)\] died$/,
  points: [
    { cause: 'crash', strength: 'strong' },
    { cause: 'oom-kill', strength: 'supporting' },
  ],
  within: { from: -1_000, to: 6_000 },
  consequences: [],
  samples: [
    { line: 'INFO:     Child process [5917] died', gives: { pid: 5917 }, from: 'captured, uvicorn 0.54.0' },
  ],
  nearMisses: [
    { line: 'INFO:     Waiting for child process [5917]', because: 'said in every stop as well' },
    { line: 'INFO:     Terminated child process [6002]', because: 'uvicorn itself told it to stop' },
  ],
});
