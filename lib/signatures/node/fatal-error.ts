import { defineClue } from '#lib/catalogue/define.ts';

export const nodeFatalError = defineClue({
  id: 'node/fatal-error',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['FATAL ERROR: '],
  means: 'Node met an error that it cannot survive, in itself or in a native addon, and aborted.',
  provenance: { project: 'node', file: 'src/node_errors.cc, OnFatalError', version: '14 to 24.21.0' },
  bare: true,
  pattern: /^FATAL ERROR: (?!.{0,200} out of memory$)(?<reason>(?:napi_\w+|\w+::\w+)(?: .{1,200})?)$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'FATAL ERROR: v8::ToLocalChecked Empty MaybeLocal.',
      gives: { reason: 'v8::ToLocalChecked Empty MaybeLocal.' },
      from: 'rebuilt from the template, Node.js 20 deps/v8/src/api/api.cc',
    },
    {
      line: 'FATAL ERROR: HandleScope::HandleScope Entering the V8 API without proper locking in place',
      gives: { reason: 'HandleScope::HandleScope Entering the V8 API without proper locking in place' },
      from: 'rebuilt from the template, Node.js 18 deps/v8/src/api/api.cc',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR FATAL ERROR: v8::ToLocalChecked Empty MaybeLocal.',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      because: 'out of memory, which has a signature of its own',
    },
    {
      line: 'FATAL ERROR: NewSpace::EnsureCurrentCapacity Allocation failed - JavaScript heap out of memory',
      because: 'out of memory as well, though a place in V8 is named',
    },
    { line: 'FATAL ERROR: cannot reach the database', because: 'an application writes in capitals' },
  ],
});
