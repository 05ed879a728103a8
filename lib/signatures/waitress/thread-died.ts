import { defineClue } from '#lib/catalogue/define.ts';

export const waitressThreadDied = defineClue({
  id: 'waitress/thread-died',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Exception when servicing '],
  means:
    'The application ended a thread of waitress (sys.exit); the connection of its request stays open and silent.',
  provenance: { project: 'waitress', file: 'src/waitress/task.py', version: '2.1.2 to 3.0.2' },
  pattern: /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?Exception when servicing <waitress\.channel\.HTTPChannel /,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'ERROR:waitress:Exception when servicing <waitress.channel.HTTPChannel connected 127.0.0.1:36510 at 0x7f4b5f0fbcd0>',
      gives: {},
      from: 'captured, waitress 2.1.2',
    },
  ],
  nearMisses: [],
});
