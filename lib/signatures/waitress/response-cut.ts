import { defineClue } from '#lib/catalogue/define.ts';

export const waitressResponseCut = defineClue({
  id: 'waitress/response-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['application returned too few bytes'],
  means: 'The application sent less than its Content-Length said, and waitress cut the connection.',
  provenance: { project: 'waitress', file: 'src/waitress/task.py', version: '2.1.2 to 3.0.2' },
  pattern:
    /^(?:[A-Z]{4,8}:waitress(?:\.queue)?:)?application returned too few bytes \((?<sent>\d+)\) for specified Content-Length \((?<bytes>\d+)\) via (?:write|app_iter)$/,
  points: [{ cause: 'response-truncated', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'WARNING:waitress:application returned too few bytes (9) for specified Content-Length (1000) via app_iter',
      gives: { sent: 9, bytes: 1_000 },
      from: 'captured, waitress 2.1.2',
    },
  ],
  nearMisses: [],
});
