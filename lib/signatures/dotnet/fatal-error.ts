import { defineClue } from '#lib/catalogue/define.ts';

export const dotnetFatalError = defineClue({
  id: 'dotnet/fatal-error',
  formats: ['plain'],
  needles: ['Fatal error. ', 'Process terminated. ', 'Stack overflow.'],
  means: 'The .NET runtime gave up on a fault of its own, and the process aborted.',
  provenance: { project: 'runtime', file: 'src/coreclr/vm/eepolicy.cpp', version: '8.0 to 9.0' },
  pattern:
    /^(?:Fatal error\. (?<reason>System\.[^\n]{1,200}|Internal CLR error\.[^\n]{0,100})|Process terminated\. [^\n]{1,200}|Stack overflow\.)$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
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
  nearMisses: [],
});
