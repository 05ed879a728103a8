import { defineClue } from '#lib/catalogue/define.ts';

export const goPanicServing = defineClue({
  id: 'go/panic-serving',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['panic serving '],
  means: 'A handler panicked: Go dropped this one connection, and the process lives on.',
  provenance: { project: 'go', file: 'src/net/http/server.go, conn.serve', version: '1.19 to 1.24.9' },
  pattern: /^http2?: panic serving (?<client>\S{1,100}): (?<reason>[^\n]{1,300})/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -1_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 12:26:05 http: panic serving 127.0.0.1:53256: boom',
      gives: { client: '127.0.0.1:53256', reason: 'boom' },
      from: 'captured, Go 1.19',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:06 http: panic serving 127.0.0.1:53272: runtime error: invalid memory address or nil pointer dereference',
      gives: { reason: 'runtime error: invalid memory address or nil pointer dereference' },
      from: 'captured, Go 1.19',
      format: 'leading-time',
    },
  ],
  nearMisses: [{ line: 'panic: in goroutine', because: 'the whole process dies' }],
});
