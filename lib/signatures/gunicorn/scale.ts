import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornScale = defineClue({
  id: 'gunicorn/scale',
  formats: ['gunicorn', ...anyText],
  needles: ['Handling signal'],
  means: 'gunicorn was told to run one worker more (ttin) or one less (ttou).',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, run', version: '19.9.0 to 26.1.0' },
  pattern: /^Handling signal: (?<signal>ttin|ttou)$/,
  adds: ({ signal = '' }) => ({ signal: `SIG${signal.toUpperCase()}` }),
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '[2024-05-06 08:00:00 +0000] [7] [INFO] Handling signal: ttou',
      gives: { signal: 'SIGTTOU' },
      from: 'rebuilt from the template, gunicorn 22.0.0',
    },
  ],
  nearMisses: [],
});
