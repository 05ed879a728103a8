import { defineClue } from '#lib/catalogue/define.ts';

export const jvmHeapDump = defineClue({
  id: 'jvm/heap-dump',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Dumping heap to '],
  means: 'The Java heap was full and is being written to a file; the whole process stands still meanwhile.',
  provenance: {
    project: 'openjdk',
    file: 'src/hotspot/share/services/heapDumper.cpp',
    version: '17.0.21 to 21.0.12',
  },
  bare: true,
  pattern: /^Dumping heap to \S{1,300} \.\.\.$/,
  points: [{ cause: 'oom-kill', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [{ of: 'jvm/out-of-memory', within: { from: -5_000, to: 1_000 } }],
  samples: [
    {
      line: 'Dumping heap to /srv/tomcat/temp/java_pid25066.hprof ...',
      gives: {},
      from: 'captured, OpenJDK 17.0.21',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Dumping heap to /srv/tomcat/temp/java_pid25066.hprof ...',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'Dumping heap to disk', because: 'an application' },
  ],
});
