import { defineClue } from '#lib/catalogue/define.ts';

export const jvmNativeMemory = defineClue({
  id: 'jvm/native-memory',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['There is insufficient memory for the Java'],
  means:
    'The system gave the Java virtual machine no more memory outside its heap, and it ended; often a container’s limit.',
  provenance: {
    project: 'openjdk',
    file: 'src/hotspot/share/utilities/vmError.cpp, report',
    version: '17.0.21 to 21.0.12',
  },
  bare: true,
  pattern: /^# There is insufficient memory for the Java Runtime Environment to continue\.$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '# There is insufficient memory for the Java Runtime Environment to continue.',
      gives: {},
      from: 'rebuilt from the template, OpenJDK 21.0.12',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR # There is insufficient memory for the Java Runtime Environment to continue.',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
