import { defineClue } from '#lib/catalogue/define.ts';

export const waitressTooManyBytes = defineClue({
  id: 'waitress/too-many-bytes',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['application-written content exceeded'],
  means: 'The application sent more than its Content-Length said, and waitress kept the rest to itself.',
  provenance: { project: 'waitress', file: 'src/waitress/task.py', version: '2.1.2 to 3.0.2' },
  pattern:
    /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?application-written content exceeded the number of bytes specified by Content-Length header \(\d+\)$/,
  points: [{ cause: 'response-truncated', strength: 'context' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'WARNING:waitress:application-written content exceeded the number of bytes specified by Content-Length header (9)',
      gives: {},
      from: 'rebuilt from the template, waitress 3.0.2',
    },
  ],
  nearMisses: [],
});
