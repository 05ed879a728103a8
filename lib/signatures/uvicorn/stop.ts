import { anyText, behindLogger, defineClue } from '#lib/catalogue/define.ts';

export const uvicornStop = defineClue({
  id: 'uvicorn/stop',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Shutting down'],
  means: 'uvicorn was told to stop; it waits for requests in flight and closes idle connections.',
  provenance: { project: 'uvicorn', file: 'uvicorn/server.py', version: '0.17.6 to 0.35.0' },
  behind: behindLogger('uvicorn.error'),
  pattern: /^Shutting down$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [
    { of: 'gunicorn/stop', within: { from: -35_000, to: 0 } },
    { of: 'gunicorn/reload', within: { from: -35_000, to: 0 } },
    { of: 'uvicorn/parent-stop', within: { from: -35_000, to: 0 } },
    { of: 'uvicorn/parent-reload', within: { from: -60_000, to: 0 } },
    { of: 'uvicorn/recycle', within: { from: -5_000, to: 0 } },
  ],
  endedBy: [{ of: 'uvicorn/finished' }, { of: 'uvicorn/server-started' }],
  samples: [
    { line: 'INFO:     Shutting down', gives: {}, from: 'captured, uvicorn 0.54.0' },
    {
      line: '[2026-11-22 12:01:29 +0000] [4822] [INFO] Shutting down',
      gives: {},
      from: 'captured, gunicorn 26.2.0 with uvicorn 0.54.0',
      format: 'gunicorn',
    },
    {
      line: '{"asctime": "2026-11-22 12:03:19,250", "levelname": "INFO", "name": "uvicorn.error", "message": "Shutting down"}',
      gives: {},
      from: 'rebuilt from the template, python-json-logger 3',
      format: 'app-json',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:57:58 +0000] [32635] [INFO] Shutting down: Master',
      because: 'gunicorn speaks',
      format: 'gunicorn',
    },
    {
      line: '2026-11-22 12:03:19,250 INFO Shutting down',
      because: 'any program, or any part of one',
      format: 'leading-time',
    },
    { line: 'Shutting down', because: 'any program, or any part of one', format: 'plain' },
  ],
});
