import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornServerStarted = defineClue({
  id: 'uvicorn/server-started',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Started server process'],
  means: 'A process started serving; in the middle of a life, with no stop before it, one died in silence.',
  provenance: { project: 'uvicorn', file: 'uvicorn/server.py', version: '0.17.6 to 0.35.0' },
  pattern: /^Started server process \[(?<pid>\d+)\]$/,
  points: [
    { cause: 'crash', strength: 'context' },
    { cause: 'oom-kill', strength: 'context' },
  ],
  within: { from: -1_000, to: 10_000 },
  consequences: [
    { of: 'gunicorn/boot', sharing: 'pid', within: { from: -60_000, to: 0 } },
    { of: 'uvicorn/child-died', within: { from: -60_000, to: 0 } },
    { of: 'uvicorn/parent-started', within: { from: -60_000, to: 0 } },
    { of: 'uvicorn/parent-reload', within: { from: -60_000, to: 0 } },
    { of: 'uvicorn/stop', within: { from: -60_000, to: 0 } },
    { of: 'uvicorn/finished', within: { from: -60_000, to: 0 } },
    { of: 'uvicorn/parent-stopped', within: { from: -60_000, to: 0 } },
  ],
  samples: [
    {
      line: 'INFO:     Started server process [5011]',
      gives: { pid: 5011 },
      from: 'captured, uvicorn 0.54.0',
    },
    {
      line: '[2026-11-22 12:00:57 +0000] [3640] [INFO] Started server process [3640]',
      gives: { pid: 3640 },
      from: 'captured, gunicorn 26.2.0 with uvicorn 0.54.0',
      format: 'gunicorn',
    },
  ],
  nearMisses: [{ line: 'INFO:     Finished server process [5011]', because: 'the end, not the start' }],
});
