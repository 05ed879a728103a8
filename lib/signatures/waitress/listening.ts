import { defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const waitressListening = defineClue({
  id: 'waitress/listening',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Serving on '],
  means: 'waitress says where it listens; in the middle of a life, the process before it is gone.',
  provenance: {
    project: 'waitress',
    file: 'src/waitress/server.py, print_listen',
    version: '2.1.2 to 3.0.2',
  },
  pattern: /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?Serving on https?:\/\/(?<listens>\S{1,108})$/,
  points: endedBefore,
  within: { from: -1_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: 'INFO:waitress:Serving on http://127.0.0.1:18000',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, waitress 2.1.2',
    },
  ],
  nearMisses: [],
});
