import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornStop = defineClue({
  id: 'gunicorn/stop',
  formats: ['gunicorn', ...anyText],
  needles: ['Handling signal'],
  means:
    'gunicorn was told to stop: on TERM it cuts what still runs after graceful_timeout (30 s), on INT or QUIT at once.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, run', version: '19.9.0 to 26.1.0' },
  pattern: /^Handling signal: (?<signal>term|int|quit)$/,
  adds: ({ signal = '' }) => ({ signal: `SIG${signal.toUpperCase()}` }),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 0 },
  consequences: [],
  endedBy: [{ of: 'gunicorn/shutting-down' }, { of: 'gunicorn/starting' }],
  samples: [
    {
      line: '[2026-11-22 11:57:55 +0000] [32635] [INFO] Handling signal: term',
      gives: { signal: 'SIGTERM' },
      from: 'captured, gunicorn 26.2.0',
    },
    {
      line: '[2026-11-22 11:58:27 +0000] [691] [INFO] Handling signal: quit',
      gives: { signal: 'SIGQUIT' },
      from: 'captured, gunicorn 26.2.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:58:27 +0000] [691] [INFO] Handling signal: usr1',
      because: 'reopens the log files after rotation; nothing is closed',
    },
    { line: '[2026-11-22 11:58:27 +0000] [691] [INFO] Handling signal: hup', because: 'a reload' },
  ],
});
