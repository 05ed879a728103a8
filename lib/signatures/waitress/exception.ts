import { defineClue } from '#lib/catalogue/define.ts';

export const waitressException = defineClue({
  id: 'waitress/exception',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Exception while serving '],
  means: 'The application raised an exception: answered with 500 before the headers, cut short after them.',
  provenance: { project: 'waitress', file: 'src/waitress/channel.py, service', version: '2.1.2 to 3.0.2' },
  pattern: /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?Exception while serving (?<target>\S{1,2000})$/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'ERROR:waitress:Exception while serving /midexc',
      gives: { target: '/midexc' },
      from: 'captured, waitress 2.1.2',
    },
  ],
  nearMisses: [],
});
