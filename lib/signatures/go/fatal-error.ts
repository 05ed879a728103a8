import { defineClue } from '#lib/catalogue/define.ts';

export const goFatalError = defineClue({
  id: 'go/fatal-error',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['fatal error: '],
  means: 'The Go runtime found a fault that no program can recover from, and the process died (exit code 2).',
  provenance: { project: 'go', file: 'src/runtime/panic.go, fatal and throw', version: '1.19 to 1.24.9' },
  bare: true,
  pattern:
    /^fatal error: (?<reason>(?:concurrent map |all goroutines are asleep|stack overflow|unexpected signal|sync: |found bad pointer|casgstatus|systemstack called|mallocgc called|malloc deadlock|schedule: |newproc: |invalid runtime symbol table|misuse of |runtime: (?!out of memory|cannot allocate memory))[^\n]{0,200})$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [{ of: 'go/stack-limit', within: { from: -3_000, to: 1_000 } }],
  samples: [
    {
      line: 'fatal error: concurrent map writes',
      gives: { reason: 'concurrent map writes' },
      from: 'captured, Go 1.19',
    },
    { line: 'fatal error: stack overflow', gives: { reason: 'stack overflow' }, from: 'captured, Go 1.19' },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR fatal error: concurrent map writes',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'fatal error: out of memory', because: 'memory ran out' },
    { line: 'fatal error: stdio.h: No such file or directory', because: 'a C compiler speaks' },
  ],
});
