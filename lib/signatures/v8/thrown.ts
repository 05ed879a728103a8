import { defineClue } from '#lib/catalogue/define.ts';

export const v8Thrown = defineClue({
  id: 'v8/thrown',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['TypeError: ', 'ReferenceError: ', 'RangeError: ', 'Error [ERR_'],
  means: 'An error was thrown: it says why, once another line says that the process died of it.',
  provenance: { project: 'v8', file: 'src/common/message-template.h', version: 'Node.js 14.21.3 to 24.21.0' },
  // Only words that V8 and Node put into their own errors: Python and Ruby have classes of the same names.
  pattern:
    /^(?:Uncaught )?(?<reason>(?:TypeError: (?:Cannot (?:read|set|destructure|convert|assign|delete|add|redefine)\b|[^\s']{1,80} is not (?:a function|iterable|a constructor)\b|Assignment to constant|Converting circular structure|Class constructor |Invalid URL|fetch failed|terminated$)|ReferenceError: (?:[\w$]{1,80} is not defined|Cannot access )|RangeError: (?:Maximum call stack|Invalid (?:array|string|count|time|typed)|Array buffer allocation)|(?:[A-Z]\w{0,40})?Error \[ERR_(?!HTTP_HEADERS_SENT|HTTP_REQUEST_TIMEOUT|HTTP_CONTENT_LENGTH_MISMATCH|WORKER_OUT_OF_MEMORY)[A-Z0-9_]{1,60}\]: ).{0,200})/,
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: "TypeError: Cannot read properties of undefined (reading 'name')",
      gives: { reason: "TypeError: Cannot read properties of undefined (reading 'name')" },
      from: 'captured, Node.js 20.20.2',
    },
    {
      line: 'TypeError: order.lines.map is not a function',
      gives: { reason: 'TypeError: order.lines.map is not a function' },
      from: 'rebuilt from the template, V8 src/common/message-template.h',
    },
    {
      line: 'ReferenceError: invoice is not defined',
      gives: { reason: 'ReferenceError: invoice is not defined' },
      from: 'rebuilt from the template, V8 src/common/message-template.h',
    },
    {
      line: 'RangeError: Maximum call stack size exceeded',
      gives: { reason: 'RangeError: Maximum call stack size exceeded' },
      from: 'rebuilt from the template, V8 src/common/message-template.h',
    },
    {
      line: 'TypeError [ERR_INVALID_ARG_TYPE]: The "chunk" argument must be of type string or an instance of Buffer or Uint8Array. Received undefined',
      gives: {},
      from: 'rebuilt from the template, Node.js 20.19.2 lib/internal/errors.js',
    },
  ],
  nearMisses: [
    { line: "TypeError: 'NoneType' object is not iterable", because: 'Python has a class of that name' },
    { line: 'TypeError: unsupported operand type(s) for +: int and str', because: 'Python again' },
    { line: 'RangeError: bignum too big to convert into long', because: 'Ruby has a class of that name' },
  ],
});
