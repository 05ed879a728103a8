import { defineClue } from '#lib/catalogue/define.ts';

export const dotnetUnhandledException = defineClue({
  id: 'dotnet/unhandled-exception',
  formats: ['plain', 'leading-time'],
  needles: ['Unhandled exception. '],
  means: 'An exception that nothing caught ended the .NET process (SIGABRT, exit code 134).',
  provenance: { project: 'runtime', file: 'src/coreclr/vm/excep.cpp', version: '8.0 to 9.0' },
  bare: true,
  pattern: /^Unhandled exception\. (?<reason>[\w.+`]{1,200}(?:Exception|Error)\b[^\n]{0,200})/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'Unhandled exception. System.InvalidOperationException: no database',
      gives: { reason: 'System.InvalidOperationException: no database' },
      from: 'rebuilt from the template, .NET 8',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Unhandled exception. System.InvalidOperationException: no database',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'Unhandled exception. See the log.', because: 'an application’s words' },
  ],
});
