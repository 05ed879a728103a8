import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornBoot = defineClue({
  id: 'gunicorn/boot',
  formats: ['gunicorn', ...anyText],
  needles: ['Booting worker with pid'],
  means: 'A worker started; in the middle of a life, with nothing said before it, one died in silence.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, spawn_worker', version: '19.9.0 to 26.1.0' },
  pattern: /^Booting worker with pid: (?<pid>\d+)$/,
  // Before 20.1 no death of a worker is logged; 20.1 keeps silent about exit codes, all about code 0.
  points: [
    { cause: 'crash', strength: 'supporting' },
    { cause: 'oom-kill', strength: 'supporting' },
  ],
  within: { from: -1_000, to: 3_000 },
  consequences: [
    { of: 'gunicorn/starting', within: { from: -60_000, to: 0 } },
    { of: 'gunicorn/reload', within: { from: -35_000, to: 0 } },
    { of: 'gunicorn/scale', within: { from: -5_000, to: 0 } },
    { of: 'gunicorn/recycle', within: { from: -60_000, to: 0 } },
    { of: 'gunicorn/worker-timeout', within: { from: -5_000, to: 0 } },
    { of: 'gunicorn/worker-killed', within: { from: -5_000, to: 0 } },
    { of: 'gunicorn/worker-crashed', within: { from: -5_000, to: 0 } },
    { of: 'gunicorn/worker-terminated', within: { from: -5_000, to: 0 } },
    { of: 'gunicorn/worker-exit-code', within: { from: -5_000, to: 0 } },
    { of: 'gunicorn/worker-exited', within: { from: -5_000, to: 0 } },
    { of: 'gunicorn/worker-exiting', within: { from: -5_000, to: 0 } },
  ],
  samples: [
    {
      line: '[2026-11-22 11:49:37 +0000] [4985] [INFO] Booting worker with pid: 4985',
      gives: { pid: 4985 },
      from: 'captured, gunicorn 20.1.0, after os._exit(7) that nothing else tells of',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:55:48 +0000] [29847] [INFO] Control socket listening at /srv/.gunicorn/gunicorn.ctl',
      because: 'printed at every respawn of a worker; says nothing',
    },
  ],
});
