import { defineClue } from '#lib/catalogue/define.ts';

export const waitressPeerHungUp = defineClue({
  id: 'waitress/peer-hung-up',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Client disconnected while serving '],
  means: 'The proxy or the client hung up before its answer was whole: here the backend did not close first.',
  provenance: { project: 'waitress', file: 'src/waitress/channel.py, service', version: '2.1.2 to 3.0.2' },
  pattern: /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?Client disconnected while serving (?<target>\S{1,2000})$/,
  points: [],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'INFO:waitress:Client disconnected while serving /slow',
      gives: { target: '/slow' },
      from: 'rebuilt from the template, waitress 3.0.2',
    },
  ],
  nearMisses: [],
});
