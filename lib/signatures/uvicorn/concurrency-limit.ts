import { anyText, behindLogger, defineClue } from '#lib/catalogue/define.ts';

export const uvicornConcurrencyLimit = defineClue({
  id: 'uvicorn/concurrency-limit',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Exceeded concurrency limit'],
  means: 'More requests at once than limit_concurrency allows: answered with 503.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/protocols/http/{h11,httptools}_impl.py',
    version: '0.17.6 to 0.35.0',
  },
  behind: behindLogger('uvicorn.error'),
  pattern: /^Exceeded concurrency limit\.$/,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [{ line: 'WARNING:  Exceeded concurrency limit.', gives: {}, from: 'captured, uvicorn 0.54.0' }],
  nearMisses: [
    {
      line: '2026-11-22 12:03:19,250 WARNING Exceeded concurrency limit.',
      because: 'a limit of an application, or of a service that it calls',
      format: 'leading-time',
    },
  ],
});
