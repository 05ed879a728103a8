import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const glibcBufferOverflow = defineClue({
  id: 'glibc/buffer-overflow',
  formats: anyText,
  needles: ['overflow detected'],
  means: 'A copy would have written past its buffer, and the C library aborted the process.',
  provenance: { project: 'glibc', file: 'debug/chk_fail.c', version: '2.4 to 2.42' },
  bare: true,
  pattern:
    /^\*\*\* (?:buffer|bit_index|longjmp causes uninitialized stack frame)(?: overflow detected)? \*\*\*: (?:\S{1,300} )?terminated$/,
  adds: { signal: 'SIGABRT' },
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '*** buffer overflow detected ***: terminated',
      gives: { signal: 'SIGABRT' },
      from: 'captured, glibc 2.36',
      format: 'plain',
    },
    {
      line: '*** buffer overflow detected ***: ./api terminated',
      gives: {},
      from: 'rebuilt from the template, glibc 2.19 debug/fortify_fail.c',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR *** buffer overflow detected ***: terminated',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: 'buffer overflow detected in request, answered 400',
      because: 'an application speaks',
      format: 'plain',
    },
  ],
});
