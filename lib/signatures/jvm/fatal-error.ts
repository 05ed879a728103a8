import { defineClue } from '#lib/catalogue/define.ts';

export const jvmFatalError = defineClue({
  id: 'jvm/fatal-error',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['A fatal error has been detected by the Java'],
  means: 'The Java virtual machine died of a fault of its own and wrote a report (hs_err_pid*.log).',
  provenance: {
    project: 'openjdk',
    file: 'src/hotspot/share/utilities/vmError.cpp, report',
    version: '17.0.21 to 21.0.12',
  },
  bare: true,
  pattern: /^# A fatal error has been detected by the Java Runtime Environment:$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 5_000 },
  consequences: [{ of: 'jvm/out-of-memory-abort', within: { from: -60_000, to: 1_000 } }],
  samples: [
    {
      line: '# A fatal error has been detected by the Java Runtime Environment:',
      gives: {},
      from: 'captured, OpenJDK 17.0.21',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR # A fatal error has been detected by the Java Runtime Environment:',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: '# A fatal error occurred', because: 'any program' },
  ],
});
