import { defineClue } from '#lib/catalogue/define.ts';

export const goOutOfMemory = defineClue({
  id: 'go/out-of-memory',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['out of memory', 'cannot allocate memory'],
  means: 'The system gave Go no more memory, and the process died (exit code 2).',
  provenance: {
    project: 'go',
    file: 'src/runtime/malloc.go; src/runtime/mem_linux.go',
    version: '1.19 to 1.24.9',
  },
  bare: true,
  pattern:
    /^(?:runtime: out of memory: cannot allocate (?<bytes>\d+)-byte block \(\d+ in use\)|fatal error: (?:runtime: )?(?:out of memory|cannot allocate memory)(?: \([^()\n]{1,100}\))?)$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'runtime: out of memory: cannot allocate 67108864-byte block (406519808 in use)',
      gives: { bytes: 67_108_864 },
      from: 'captured, Go 1.19',
    },
    { line: 'fatal error: out of memory', gives: {}, from: 'captured, Go 1.19' },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR runtime: out of memory: cannot allocate 67108864-byte block (406519808 in use)',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'fatal error: concurrent map writes', because: 'a fault of the program' },
  ],
});
