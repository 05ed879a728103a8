import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const daphneException = defineClue({
  id: 'daphne/exception',
  formats: [...anyText],
  needles: ['Exception inside application: '],
  means:
    'The application raised an exception: answered with 500 before the headers, and left hanging after them.',
  provenance: { project: 'daphne', file: 'daphne/server.py', version: '4.0.0 to 4.2.3' },
  pattern: /^Exception inside application: (?<reason>[^\n]{0,300})/,
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:03:19,250 ERROR    Exception inside application: boom',
      gives: { reason: 'boom' },
      from: 'captured, daphne 4.0.0',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
