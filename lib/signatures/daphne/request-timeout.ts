import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const daphneRequestTimeout = defineClue({
  id: 'daphne/request-timeout',
  formats: [...anyText],
  needles: ['Application timed out while sending response'],
  means:
    'A request took longer than --http-timeout: answered with 503 before the headers, cut short after them.',
  provenance: {
    project: 'daphne',
    file: 'daphne/http_protocol.py, check_timeouts',
    version: '4.0.0 to 4.2.3',
  },
  pattern: /^Application timed out while sending response$/,
  points: [{ cause: 'backend-timeout', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:03:19,250 WARNING  Application timed out while sending response',
      gives: {},
      from: 'captured, daphne 4.0.0',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
