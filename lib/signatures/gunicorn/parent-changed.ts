import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornParentChanged = defineClue({
  id: 'gunicorn/parent-changed',
  formats: ['gunicorn', ...anyText],
  needles: ['Parent changed, shutting down'],
  means: "A worker leaves because gunicorn's own process is gone: somebody killed it.",
  provenance: { project: 'gunicorn', file: 'gunicorn/workers/*.py', version: '19.9.0 to 26.1.0' },
  pattern: /^Parent changed, shutting down: <Worker (?<pid>\d+)>$/,
  points: [
    { cause: 'crash', strength: 'strong' },
    { cause: 'oom-kill', strength: 'supporting' },
  ],
  within: { from: -5_000, to: 35_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 11:59:39 +0000] [1815] [INFO] Parent changed, shutting down: <Worker 1815>',
      gives: { pid: 1815 },
      from: 'captured, gunicorn 26.2.0',
    },
  ],
  nearMisses: [],
});
