import { defineClue } from '#lib/catalogue/define.ts';

export const jvmNoMoreThreads = defineClue({
  id: 'jvm/no-more-threads',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['unable to create native thread', 'pthread_create failed'],
  means:
    'The Java virtual machine could start no more threads: a limit on processes, or memory for their stacks.',
  provenance: {
    project: 'openjdk',
    file: 'src/hotspot/share/prims/jvm.cpp; src/hotspot/os/linux/os_linux.cpp',
    version: '17.0.21 to 21.0.12',
  },
  pattern:
    /^(?:(?:\s{0,8}|Caused by: |Exception in thread [^\n]{1,200}? |\S{1,120}: )java\.lang\.OutOfMemoryError: unable to create (?:new )?native thread|\[[\d.]{1,12}s\]\[warning\]\[os,thread\] Failed to start thread [^\n]{1,200}? - pthread_create failed)/,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -10_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'Exception in thread "main" java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory or process/resource limits reached',
      gives: {},
      from: 'captured, OpenJDK 17.0.15',
    },
    {
      line: '[0.051s][warning][os,thread] Failed to start thread "Unknown thread" - pthread_create failed (EAGAIN) for attributes: stacksize: 65536k, guardsize: 0k, detached.',
      gives: {},
      from: 'captured, OpenJDK 17.0.15',
    },
  ],
  nearMisses: [{ line: 'java.lang.OutOfMemoryError: Java heap space', because: 'the heap is full' }],
});
