import { defineClue } from '#lib/catalogue/define.ts';

export const jvmOutOfMemoryExit = defineClue({
  id: 'jvm/out-of-memory-exit',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Terminating due to java.lang.OutOfMemoryError'],
  means:
    'The Java heap was full and the virtual machine ended itself (-XX:+ExitOnOutOfMemoryError, exit code 3).',
  provenance: {
    project: 'openjdk',
    file: 'src/hotspot/share/utilities/debug.cpp, report_java_out_of_memory',
    version: '17.0.21 to 21.0.12',
  },
  bare: true,
  pattern: /^Terminating due to java\.lang\.OutOfMemoryError: (?<reason>\S.{0,200})$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -10_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'Terminating due to java.lang.OutOfMemoryError: Java heap space',
      gives: { reason: 'Java heap space' },
      from: 'captured, OpenJDK 17.0.21',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Terminating due to java.lang.OutOfMemoryError: Java heap space',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
