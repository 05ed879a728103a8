import { defineClue } from '#lib/catalogue/define.ts';

export const dotnetUnhandledException = defineClue({
  id: 'dotnet/unhandled-exception',
  formats: ['plain', 'leading-time'],
  needles: ['Unhandled exception. '],
  means: 'An exception that nothing caught ended the .NET process (SIGABRT, exit code 134).',
  provenance: { project: 'runtime', file: 'src/coreclr/vm/excep.cpp', version: '8.0 to 9.0' },
  pattern: /^Unhandled exception\. (?<reason>[\w.+`]{1,200}(?:Exception|Error)\b[^\n]{0,200})/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'Unhandled exception. System.InvalidOperationException: no database',
      gives: { reason: 'System.InvalidOperationException: no database' },
      from: 'rebuilt from the template, .NET 8',
    },
  ],
  nearMisses: [{ line: 'Unhandled exception. See the log.', because: 'an application’s words' }],
});
