import { defineClue } from '#lib/catalogue/define.ts';

export const goPanic = defineClue({
  id: 'go/panic',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['panic: '],
  means: 'A goroutine that nothing guards panicked, and the whole process died (exit code 2).',
  provenance: { project: 'go', file: 'src/runtime/panic.go, printpanics', version: '1.19 to 1.24.9' },
  pattern: /^panic: (?<reason>\S[^\n]{0,300})/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    { line: 'panic: in goroutine', gives: { reason: 'in goroutine' }, from: 'captured, Go 1.19' },
    {
      line: 'panic: runtime error: index out of range [5] with length 3',
      gives: { reason: 'runtime error: index out of range [5] with length 3' },
      from: 'rebuilt from the template, Go 1.24.9',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:26:05 http: panic serving 127.0.0.1:53256: boom',
      because: 'a handler’s, which the server catches',
      format: 'leading-time',
    },
  ],
});
