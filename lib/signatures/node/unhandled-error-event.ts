import { defineClue } from '#lib/catalogue/define.ts';

export const nodeUnhandledErrorEvent = defineClue({
  id: 'node/unhandled-error-event',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['throw er; // Unhandled'],
  means: 'An object emitted an error that nobody listened for, and the Node process died of it.',
  provenance: { project: 'node', file: 'lib/events.js', version: '0.12 to 24.21.0' },
  pattern: /^\s*throw er; \/\/ Unhandled (?:stream )?(?:'error' event|error)/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -10_000, to: 3_000 },
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
      line: "Emitted 'error' event at:",
      because: 'a later line of the same block',
    },
  ],
});
