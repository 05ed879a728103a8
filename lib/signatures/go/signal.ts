import { defineClue } from '#lib/catalogue/define.ts';

export const goSignal = defineClue({
  id: 'go/signal',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['SIGSEGV: ', 'SIGABRT: ', 'SIGBUS: ', 'SIGFPE: ', 'SIGILL: ', 'SIGTRAP: '],
  means: 'A signal that Go does not turn into a panic ended the process: from C code, or from outside.',
  provenance: { project: 'go', file: 'src/runtime/signal_unix.go, sighandler', version: '1.19 to 1.24.9' },
  bare: true,
  pattern:
    /^(?<signal>SIG(?:SEGV|ABRT|BUS|FPE|ILL|TRAP)): (?:segmentation violation|abort|bus error|floating-point exception|illegal instruction|trace trap)$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    { line: 'SIGSEGV: segmentation violation', gives: { signal: 'SIGSEGV' }, from: 'captured, Go 1.19' },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR SIGSEGV: segmentation violation',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: '[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x62e7e0]',
      because: 'part of a panic',
    },
  ],
});
