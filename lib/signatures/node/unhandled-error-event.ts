import { defineClue } from '#lib/catalogue/define.ts';

export const nodeUnhandledErrorEvent = defineClue({
  id: 'node/unhandled-error-event',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['throw er; // Unhandled'],
  means: 'An object emitted an error that nobody listened for, and the Node process died of it.',
  provenance: { project: 'node', file: 'lib/events.js', version: '0.12 to 24.21.0' },
  bare: true,
  pattern: /^\s*throw er; \/\/ Unhandled (?:stream )?(?:'error' event|error)/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: "      throw er; // Unhandled 'error' event",
      gives: {},
      from: 'captured, Node.js 20.20.2',
    },
    {
      line: 'throw er; // Unhandled stream error in pipe.',
      gives: {},
      from: 'rebuilt from the template, Node.js 14 lib/internal/streams/legacy.js',
    },
  ],
  nearMisses: [
    {
      line: "2026-11-22 12:00:05,120 ERROR throw er; // Unhandled 'error' event",
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: "Emitted 'error' event at:",
      because: 'a later line of the same block',
    },
  ],
});
