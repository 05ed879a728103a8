import { anyText, defineClue, matched } from '#lib/catalogue/define.ts';
import type { LogEvent } from '#lib/model/event.ts';

const words = /^Unhandled exception in main loop(?=\n|$)/;
/** Others use these words too: only behind its own head, or with the name of its own logger. */
const isOwn = (event: LogEvent): boolean =>
  event.format === 'gunicorn' || event.record.text.includes('gunicorn.error');

export const gunicornMasterCrashed = defineClue({
  id: 'gunicorn/master-crashed',
  formats: ['gunicorn', ...anyText],
  needles: ['Unhandled exception in main loop'],
  means: "gunicorn's own process failed and stops every worker at once.",
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, run', version: '19.9.0 to 26.1.0' },
  reads: (event) => (isOwn(event) ? matched(words, undefined, event) : []),
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '[2024-05-06 08:00:00 +0000] [7] [ERROR] Unhandled exception in main loop',
      gives: {},
      from: 'rebuilt from the template, gunicorn 22.0.0',
    },
    {
      line: '{"asctime": "2026-11-22 12:03:19,250", "levelname": "ERROR", "name": "gunicorn.error", "message": "Unhandled exception in main loop"}',
      gives: {},
      from: 'rebuilt from the template, python-json-logger 3',
      format: 'app-json',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:03:19,250 ERROR Unhandled exception in main loop',
      because: 'a loop of an application',
      format: 'leading-time',
    },
  ],
});
