import { defineClue } from '#lib/catalogue/define.ts';

export const jvmThreadDied = defineClue({
  id: 'jvm/thread-died',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Exception in thread '],
  means: 'A thread of the Java process died of an exception that nothing caught.',
  provenance: {
    project: 'openjdk',
    file: 'src/java.base/share/classes/java/lang/ThreadGroup.java, uncaughtException',
    version: '17.0.21 to 21.0.12',
  },
  pattern: /^Exception in thread "[^"\n]{1,200}" (?!java\.lang\.OutOfMemoryError)(?<reason>[\w$.]{1,200})/,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -10_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'Exception in thread "main" java.lang.IllegalStateException: no datasource',
      gives: { reason: 'java.lang.IllegalStateException' },
      from: 'captured, OpenJDK 17.0.15',
    },
  ],
  nearMisses: [
    {
      line: 'Exception in thread "http-nio-8080-exec-3" java.lang.OutOfMemoryError: Java heap space',
      because: 'the heap is full',
    },
  ],
});
