import { defineClue } from '#lib/catalogue/define.ts';

export const waitressQueue = defineClue({
  id: 'waitress/queue',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Task queue depth is '],
  means: 'All threads of waitress were busy, and requests waited.',
  provenance: { project: 'waitress', file: 'src/waitress/task.py', version: '2.1.2 to 3.0.2' },
  pattern: /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?Task queue depth is \d+$/,
  points: [{ cause: 'overload', strength: 'supporting' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    { line: 'WARNING:waitress.queue:Task queue depth is 2', gives: {}, from: 'captured, waitress 2.1.2' },
  ],
  nearMisses: [],
});
