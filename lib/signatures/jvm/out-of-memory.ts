import { defineClue } from '#lib/catalogue/define.ts';

export const jvmOutOfMemory = defineClue({
  id: 'jvm/out-of-memory',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['java.lang.OutOfMemoryError'],
  means:
    'The Java heap was full: the request that asked for more is lost, the process lives on and may be slow for all.',
  provenance: {
    project: 'openjdk',
    file: 'src/hotspot/share/memory/universe.cpp; src/java.base/share/classes/java/nio/Bits.java',
    version: '17.0.21 to 21.0.12',
  },
  pattern:
    /^(?:\s{0,8}|Caused by: |Exception in thread [^\n]{1,200}? |Handler dispatch failed(?:; nested exception is|:) |\S{1,120}: )java\.lang\.OutOfMemoryError(?:: (?!unable to create)(?<reason>[^\n]{1,200}))?(?=\n|$)/,
  points: [{ cause: 'oom-kill', strength: 'strong' }],
  within: { from: -10_000, to: 2_000 },
  consequences: [
    { of: 'jvm/out-of-memory-exit', within: { from: -10_000, to: 10_000 } },
    { of: 'jvm/out-of-memory-abort', within: { from: -10_000, to: 10_000 } },
  ],
  samples: [
    {
      line: '\tjava.lang.OutOfMemoryError: Java heap space',
      gives: { reason: 'Java heap space' },
      from: 'captured, Tomcat 10.1.60, OpenJDK 17.0.21',
    },
    {
      line: 'java.lang.OutOfMemoryError: Java heap space',
      gives: {},
      from: 'captured, Jetty 9.4.57, OpenJDK 17.0.21',
    },
    {
      line: 'Exception in thread "http-nio-8080-exec-3" java.lang.OutOfMemoryError: GC overhead limit exceeded',
      gives: { reason: 'GC overhead limit exceeded' },
      from: 'rebuilt from the template, OpenJDK 21.0.12',
    },
    {
      line: 'Exception in thread "main" java.lang.OutOfMemoryError: Cannot reserve 1048576 bytes of direct buffer memory (allocated: 8388608, limit: 8388608)',
      gives: {},
      from: 'captured, OpenJDK 17.0.15',
    },
  ],
  nearMisses: [
    {
      line: 'java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory or process/resource limits reached',
      because: 'threads ran out, not the heap',
    },
    {
      line: 'Terminating due to java.lang.OutOfMemoryError: Java heap space',
      because: 'the virtual machine ended itself',
    },
  ],
});
