import { defineClue } from '#lib/catalogue/define.ts';

export const waitressRequestsCut = defineClue({
  id: 'waitress/requests-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['thread(s) still running', 'pending task(s)'],
  means: 'waitress was stopped in the middle of requests, which are cut.',
  provenance: { project: 'waitress', file: 'src/waitress/task.py', version: '2.1.2 to 3.0.2' },
  pattern:
    /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?(?:\d+ thread\(s\) still running|Canceling \d+ pending task\(s\))$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'WARNING:waitress:2 thread(s) still running',
      gives: {},
      from: 'rebuilt from the template, waitress 3.0.2',
    },
  ],
  nearMisses: [],
});
