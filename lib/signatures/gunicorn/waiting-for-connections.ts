import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornWaitingForConnections = defineClue({
  id: 'gunicorn/waiting-for-connections',
  formats: ['gunicorn', ...anyText],
  needles: ['connections to finish'],
  means: 'A worker that was told to leave waits for busy connections, at most graceful_timeout (30 s).',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/workers/gasgi.py, _shutdown',
    version: '24.0.0 to 26.1.0',
  },
  pattern: /^Waiting for \d+ connections to finish\.\.\.$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [
    { of: 'gunicorn/stop', within: { from: -5_000, to: 0 } },
    { of: 'gunicorn/reload', within: { from: -5_000, to: 0 } },
  ],
  samples: [
    {
      line: '[2026-05-06 08:00:00 +0000] [17] [INFO] Waiting for 3 connections to finish...',
      gives: {},
      from: 'rebuilt from the template, gunicorn 26.1.0',
    },
  ],
  nearMisses: [],
});
