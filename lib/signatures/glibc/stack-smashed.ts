import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const glibcStackSmashed = defineClue({
  id: 'glibc/stack-smashed',
  formats: anyText,
  needles: ['stack smashing detected'],
  means: 'The compiler’s guard found the stack overwritten, and the process aborted.',
  provenance: { project: 'glibc', file: 'debug/stack_chk_fail.c', version: '2.4 to 2.42' },
  bare: true,
  pattern: /^\*\*\* stack smashing detected \*\*\*: (?:\S{1,300} )?terminated$/,
  adds: { signal: 'SIGABRT' },
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '*** stack smashing detected ***: terminated',
      gives: { signal: 'SIGABRT' },
      from: 'captured, glibc 2.36',
      format: 'plain',
    },
    {
      line: '*** stack smashing detected ***: <unknown> terminated',
      gives: {},
      from: 'rebuilt from the template, glibc 2.27 debug/fortify_fail.c',
      format: 'plain',
    },
    {
      line: '*** stack smashing detected ***: ./api terminated',
      gives: {},
      from: 'rebuilt from the template, glibc 2.19 debug/fortify_fail.c',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR *** stack smashing detected ***: terminated',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: 'compiled with stack smashing detected by -fstack-protector',
      because: 'words about it',
      format: 'plain',
    },
  ],
});
