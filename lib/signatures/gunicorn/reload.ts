import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornReload = defineClue({
  id: 'gunicorn/reload',
  formats: ['gunicorn', ...anyText],
  needles: ['Handling signal'],
  means: 'gunicorn was told to replace its workers, or itself, by new ones.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, run', version: '19.9.0 to 26.1.0' },
  pattern: /^Handling signal: (?<signal>hup|usr2|winch)$/,
  adds: ({ signal = '' }) => ({ signal: `SIG${signal.toUpperCase()}` }),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [],
  trigger: true,
  change: 'reload',
  samples: [
    {
      line: '[2026-11-22 11:58:32 +0000] [710] [INFO] Handling signal: hup',
      gives: { signal: 'SIGHUP' },
      from: 'captured, gunicorn 26.2.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:58:32 +0000] [710] [INFO] Handling signal: usr1',
      because: 'reopens the log files after rotation; nothing is closed',
    },
    { line: '[2026-11-22 11:58:32 +0000] [710] [INFO] Handling signal: ttin', because: 'one worker more' },
  ],
});
