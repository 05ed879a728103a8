import { anyText, behindLogger, defineClue } from '#lib/catalogue/define.ts';

export const gunicornForcingClose = defineClue({
  id: 'gunicorn/forcing-close',
  formats: ['gunicorn', ...anyText],
  needles: ['Forcing close of'],
  means: 'A worker that was told to leave cut the connections that were busy longer than graceful_timeout.',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/workers/gasgi.py, _shutdown',
    version: '24.0.0 to 26.1.0',
  },
  behind: behindLogger('gunicorn.error'),
  pattern: /^Forcing close of \d+ connections$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-05-06 08:00:00 +0000] [17] [WARNING] Forcing close of 3 connections',
      gives: {},
      from: 'rebuilt from the template, gunicorn 26.1.0',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:03:19,250 WARNING Forcing close of 3 connections',
      because: 'a pool of connections of an application',
      format: 'leading-time',
    },
  ],
});
