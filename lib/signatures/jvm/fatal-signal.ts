import { defineClue } from '#lib/catalogue/define.ts';

export const jvmFatalSignal = defineClue({
  id: 'jvm/fatal-signal',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['at pc=0x', 'Internal Error ('],
  means: 'What killed the Java virtual machine, by name: a signal or an internal error.',
  provenance: {
    project: 'openjdk',
    file: 'src/hotspot/share/utilities/vmError.cpp, report',
    version: '17.0.21 to 21.0.12',
  },
  bare: true,
  pattern:
    /^# {2}(?:(?<signal>SIG[A-Z]{3,6}) \(0x[0-9a-f]+\) at pc=0x[0-9a-f]+|(?<reason>Internal Error) \([^()]{1,200}\))(?: \(sent by kill\))?, pid=(?<pid>\d+), tid=\d+$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 5_000 },
  consequences: [{ of: 'jvm/out-of-memory-abort', within: { from: -60_000, to: 1_000 } }],
  samples: [
    {
      line: '#  SIGSEGV (0xb) at pc=0x00007f87fa905f14 (sent by kill), pid=25300, tid=25300',
      gives: { signal: 'SIGSEGV', pid: 25_300 },
      from: 'captured, OpenJDK 17.0.21',
    },
    {
      line: '#  Internal Error (debug.cpp:362), pid=24966, tid=25032',
      gives: { reason: 'Internal Error', pid: 24_966 },
      from: 'captured, OpenJDK 17.0.21 with -XX:+CrashOnOutOfMemoryError',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR #  SIGSEGV (0xb) at pc=0x00007f87fa905f14 (sent by kill), pid=25300, tid=25300',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: '#  fatal error: OutOfMemory encountered: Java heap space', because: 'the next line' },
  ],
});
