import { defineClue } from '#lib/catalogue/define.ts';

export const v8FatalError = defineClue({
  id: 'v8/fatal-error',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['Fatal error in ', 'Fatal JavaScript '],
  means: 'V8 met an error that it cannot survive, and the process aborted.',
  provenance: { project: 'v8', file: 'src/base/logging.cc, V8_Fatal', version: 'Node.js 12 to 24.21.0' },
  bare: true,
  pattern:
    /^# {1,2}(?:Fatal error in .{0,200}, line \d+|Fatal JavaScript (?!out of memory)(?<reason>\S.{0,200}))$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '#  Fatal error in , line 0',
      gives: {},
      from: 'rebuilt from the template, Node.js 20 deps/v8/src/base/logging.cc',
    },
    {
      line: '# Fatal JavaScript invalid size error 169220804',
      gives: { reason: 'invalid size error 169220804' },
      from: 'rebuilt from the template, Node.js 20 deps/v8/src/base/logging.cc',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR #  Fatal error in , line 0',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: '# A fatal error has been detected by the Java Runtime Environment:',
      because: 'the first line of a crash report of Java',
    },
    {
      line: '# Fatal JavaScript out of memory: Reached heap limit',
      because: 'out of memory, as Deno prints it',
    },
  ],
});
