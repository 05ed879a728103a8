import { anyText, defineClue, matched } from '#lib/catalogue/define.ts';
import type { LogEvent } from '#lib/model/event.ts';

const words = /^Exceeded concurrency limit\.$/;
/** Others use these words too: only behind its own head, or with the name of its own logger. */
const isOwn = (event: LogEvent): boolean =>
  event.format === 'uvicorn' || event.format === 'gunicorn' || event.record.text.includes('uvicorn.error');

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
  reads: (event) => (isOwn(event) ? matched(words, undefined, event) : []),
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
