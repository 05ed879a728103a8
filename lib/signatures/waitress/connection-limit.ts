import { defineClue } from '#lib/catalogue/define.ts';

export const waitressConnectionLimit = defineClue({
  id: 'waitress/connection-limit',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['total open connections reached the connection limit'],
  means: 'waitress holds as many connections as connection_limit allows, and accepts no more.',
  provenance: { project: 'waitress', file: 'src/waitress/server.py, readable', version: '2.1.2 to 3.0.2' },
  pattern:
    /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?total open connections reached the connection limit, no longer accepting new connections$/,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -30_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'WARNING:waitress:total open connections reached the connection limit, no longer accepting new connections',
      gives: {},
      from: 'rebuilt from the template, waitress 3.0.2',
    },
  ],
  nearMisses: [],
});
