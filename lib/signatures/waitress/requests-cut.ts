import { defineClue, matched } from '#lib/catalogue/define.ts';
import type { LogEvent } from '#lib/model/event.ts';

const words =
  /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?(?:\d+ thread\(s\) still running|Canceling \d+ pending task\(s\))$/;
/** Without any set-up Python prints a warning bare; whoever has a level as well has a name, or is somebody else. */
function isOwn({ message, fields: { level, logger } }: LogEvent): boolean {
  if (/^[A-Z]{4,8}:waitress(?:\.queue)?:/.test(message)) return true;
  return logger ? /^waitress(?:\.|$)/.test(logger) : !level;
}

export const waitressRequestsCut = defineClue({
  id: 'waitress/requests-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['thread(s) still running', 'pending task(s)'],
  means: 'waitress was stopped in the middle of requests, which are cut.',
  provenance: { project: 'waitress', file: 'src/waitress/task.py', version: '2.1.2 to 3.0.2' },
  reads: (event) => (isOwn(event) ? matched(words, undefined, event) : []),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'WARNING:waitress:2 thread(s) still running',
      gives: {},
      from: 'rebuilt from the template, waitress 3.0.2',
    },
    {
      line: '2 thread(s) still running',
      gives: {},
      from: 'rebuilt from the template, waitress 3.0.2 without logging set up',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 WARNING Canceling 3 pending task(s)',
      because: 'an event loop or a queue of an application',
      format: 'leading-time',
    },
  ],
});
