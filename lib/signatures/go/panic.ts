import { defineClue, matched } from '#lib/catalogue/define.ts';
import type { LogEvent } from '#lib/model/event.ts';

const panic = /^panic: (?<reason>\S[^\n]{0,300})/;
/** Go's own log package stamps so, without a level: a panic that the program caught and wrote down. The runtime stamps nothing. */
const caught = /\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{6})? (?:\S{1,200}\.go:\d{1,6}: )?panic: /;

/** What stands behind the words is the panic’s own value, which a client may choose. */
function isCaught({ record: { text } }: LogEvent): boolean {
  return caught.test(text.slice(0, text.indexOf('panic: ') + 'panic: '.length));
}

export const goPanic = defineClue({
  id: 'go/panic',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['panic: '],
  means: 'A goroutine that nothing guards panicked, and the whole process died (exit code 2).',
  provenance: { project: 'go', file: 'src/runtime/panic.go, printpanics', version: '1.19 to 1.24.9' },
  bare: true,
  reads: (event) => (isCaught(event) ? [] : matched(panic, undefined, event)),
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    { line: 'panic: in goroutine', gives: { reason: 'in goroutine' }, from: 'captured, Go 1.19' },
    {
      line: 'panic: runtime error: index out of range [5] with length 3',
      gives: { reason: 'runtime error: index out of range [5] with length 3' },
      from: 'rebuilt from the template, Go 1.24.9',
    },
    {
      line: 'panic: parse "2026/11/22 12:26:05 panic: x": invalid port',
      gives: { reason: 'parse "2026/11/22 12:26:05 panic: x": invalid port' },
      from: 'rebuilt from the template, with a value that a client chose',
    },
    {
      line: '2026-11-22T12:26:05Z panic: in goroutine',
      gives: { reason: 'in goroutine' },
      from: 'a stamp of a collector',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR panic: in goroutine',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:05 http: panic serving 127.0.0.1:53256: boom',
      because: 'a handler’s, which the server catches',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:05 panic: boom',
      because: 'the program caught it and wrote it down with log.Printf',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:05.123456 main.go:41: panic: boom',
      because: 'the same with log.Lmicroseconds and log.Lshortfile',
      format: 'leading-time',
    },
  ],
});
