import { anyText, behindLogger, defineClue } from '#lib/catalogue/define.ts';

export const gunicornResponseFailed = defineClue({
  id: 'gunicorn/response-failed',
  formats: ['gunicorn', ...anyText],
  needles: ['Error handling request'],
  means: 'The application raised an exception after the headers were sent, and gunicorn cut the answer.',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/workers/{sync,gthread,base_async}.py, handle_request',
    version: '19.9.0 to 26.1.0',
  },
  behind: behindLogger('gunicorn.error'),
  pattern: /^Error handling request(?=\n|$)/,
  points: [{ cause: 'response-truncated', strength: 'decisive' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 11:55:55 +0000] [29898] [ERROR] Error handling request',
      gives: {},
      from: 'captured, gunicorn 26.2.0',
    },
    {
      line: '{"asctime": "2026-11-22 12:03:19,250", "levelname": "ERROR", "name": "gunicorn.error", "message": "Error handling request"}',
      gives: {},
      from: 'rebuilt from the template, python-json-logger 3',
      format: 'app-json',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:49:39 +0000] [4991] [ERROR] Error handling request /exc',
      because: 'before the headers: answered with 500',
    },
    {
      line: '2026-11-22 12:03:19,250 - aiohttp.server - ERROR - Error handling request',
      because: 'aiohttp: the exception of a handler, answered with 500',
      format: 'leading-time',
    },
    {
      line: '{"asctime": "2026-11-22 12:03:19,250", "levelname": "ERROR", "name": "orders.worker", "message": "Error handling request"}',
      because: 'an application’s own logger',
      format: 'app-json',
    },
  ],
});
