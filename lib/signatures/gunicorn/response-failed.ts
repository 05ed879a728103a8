import { anyText, defineClue } from '#lib/catalogue/define.ts';

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
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:49:39 +0000] [4991] [ERROR] Error handling request /exc',
      because: 'before the headers: answered with 500',
    },
  ],
});
