import { defineClue } from '#lib/catalogue/define.ts';

export const jvmNativeAllocation = defineClue({
  id: 'jvm/native-allocation',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Native memory allocation ('],
  means: 'How much memory outside its heap the Java virtual machine asked for in vain.',
  provenance: {
    project: 'openjdk',
    file: 'src/hotspot/share/utilities/vmError.cpp, report',
    version: '17.0.21 to 21.0.12',
  },
  bare: true,
  pattern:
    /^# (?:Native memory allocation \((?:malloc|mmap|mprotect)\) failed to (?:allocate|map|protect) (?<bytes>\d+) bytes)/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 5_000 },
  consequences: [{ of: 'jvm/native-memory', within: { from: -5_000, to: 1_000 } }],
  samples: [
    {
      line: '# Native memory allocation (mmap) failed to map 262144000 bytes. Error detail: committing reserved memory.',
      gives: { bytes: 262_144_000 },
      from: 'rebuilt from the template, OpenJDK 21.0.12',
    },
    {
      line: '# Native memory allocation (malloc) failed to allocate 1048576 bytes for AllocateHeap',
      gives: { bytes: 1_048_576 },
      from: 'rebuilt from the template, OpenJDK 17.0.21',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR # Native memory allocation (mmap) failed to map 262144000 bytes. Error detail: committing reserved memory.',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
