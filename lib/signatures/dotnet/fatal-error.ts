import { defineClue } from '#lib/catalogue/define.ts';

export const dotnetFatalError = defineClue({
  id: 'dotnet/fatal-error',
  formats: ['plain'],
  needles: ['Fatal error. ', 'Process terminated. ', 'Stack overflow.'],
  means: 'The .NET runtime gave up on a fault of its own, and the process aborted.',
  provenance: { project: 'runtime', file: 'src/coreclr/vm/eepolicy.cpp', version: '8.0 to 9.0' },
  bare: true,
  pattern:
    /^(?:Fatal error\. (?<reason>System\.[^\n]{1,200}|Internal CLR error\.[^\n]{0,100})|Process terminated\. Assertion failed\.|Stack overflow\.)$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'Fatal error. System.AccessViolationException: Attempted to read or write protected memory.',
      gives: { reason: 'System.AccessViolationException: Attempted to read or write protected memory.' },
      from: 'rebuilt from the template, .NET 8',
    },
    { line: 'Stack overflow.', gives: {}, from: 'rebuilt from the template, .NET 8' },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Fatal error. System.AccessViolationException: Attempted to read or write protected memory.',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'Process terminated. Exit code 1', because: 'an application’s words' },
  ],
});
