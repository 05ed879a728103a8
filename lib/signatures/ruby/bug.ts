import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const rubyBug = defineClue({
  id: 'ruby/bug',
  formats: [...anyText],
  needles: ['[BUG]'],
  means: 'The Ruby interpreter itself crashed: a segmentation fault or a bug in a native extension.',
  provenance: { project: 'ruby', file: 'error.c, rb_bug_reporter', version: '3.1.7' },
  pattern: /^\S{0,300}: \[BUG\] (?<reason>\S.{0,200})/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'config.ru:12: [BUG] Segmentation fault at 0x0000000000004546',
      gives: { reason: 'Segmentation fault at 0x0000000000004546' },
      from: 'captured, Ruby 3.1.7 under unicorn 6.0.0',
      format: 'plain',
    },
  ],
  nearMisses: [{ line: '[BUG] in the cart', because: 'an application’s own label', format: 'plain' }],
});
