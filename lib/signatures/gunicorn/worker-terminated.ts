import { anyText, defineClue } from '#lib/catalogue/define.ts';

const names: Readonly<Record<string, string>> = { 1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 15: 'SIGTERM' };

export const gunicornWorkerTerminated = defineClue({
  id: 'gunicorn/worker-terminated',
  formats: ['gunicorn', ...anyText],
  needles: [
    'was sent SIGTERM',
    'was sent SIGINT',
    'was sent SIGQUIT',
    'was sent SIGHUP',
    'was terminated due to signal',
  ],
  means: 'A worker ended by a signal that asks it to stop, as workers under uvicorn do in every stop.',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/arbiter.py, reap_workers',
    version: '20.1.0, 21.0.0 to 26.1.0',
  },
  pattern:
    /^Worker (?:\(pid:|with pid )(?<pid>\d+)\)? was (?:sent |terminated due to signal )(?<signal>SIG(?:TERM|INT|QUIT|HUP)|[123]|15)!?$/,
  adds: ({ signal = '' }) => ({ signal: names[signal] ?? signal }),
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [
    { of: 'gunicorn/stop', within: { from: -35_000, to: 0 } },
    { of: 'gunicorn/reload', within: { from: -60_000, to: 0 } },
  ],
  samples: [
    {
      line: '[2026-11-22 12:01:27 +0000] [3624] [INFO] Worker (pid:3762) was sent SIGTERM!',
      gives: { pid: 3762, signal: 'SIGTERM' },
      from: 'captured, gunicorn 26.2.0 with uvicorn 0.54.0',
    },
    {
      line: '[2024-05-06 08:00:00 +0000] [7] [WARNING] Worker with pid 17 was terminated due to signal 15',
      gives: { pid: 17, signal: 'SIGTERM' },
      from: 'rebuilt from the template, gunicorn 20.1.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:49:36 +0000] [4954] [WARNING] Worker with pid 4973 was terminated due to signal 11',
      because: 'a crash; its number begins with the same digit',
    },
  ],
});
