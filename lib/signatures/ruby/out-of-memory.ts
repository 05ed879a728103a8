import { defineClue } from '#lib/catalogue/define.ts';

export const rubyOutOfMemory = defineClue({
  id: 'ruby/out-of-memory',
  formats: ['app-json', 'logfmt', 'leading-time', 'plain'],
  needles: ['failed to allocate memory'],
  means: 'Ruby could not get memory from the system and ended.',
  provenance: { project: 'ruby', file: 'error.c and gc.c, rb_memerror', version: '3.1.7' },
  bare: true,
  pattern: /^(?:\[FATAL\] failed to allocate memory|\S{0,200}: failed to allocate memory \(NoMemoryError\))$/,
  points: [{ cause: 'oom-kill', strength: 'strong' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '[FATAL] failed to allocate memory',
      gives: {},
      from: 'rebuilt from the template, Ruby 3.1.7 gc.c',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR [FATAL] failed to allocate memory',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'cache: failed to allocate memory for the page', because: 'another program', format: 'plain' },
  ],
});
