import { defineClue } from '#lib/catalogue/define.ts';

export const rubyBug = defineClue({
  id: 'ruby/bug',
  formats: ['app-json', 'logfmt', 'leading-time', 'plain'],
  needles: ['[BUG]'],
  means: 'The Ruby interpreter itself crashed: a segmentation fault or a bug in a native extension.',
  provenance: { project: 'ruby', file: 'error.c, rb_bug_reporter', version: '3.1.7' },
  bare: true,
  pattern:
    /^(?:\S{1,300}:\d{1,7}: \[BUG\] |(?:\S{1,300}: )?\[BUG\] (?=(?:Segmentation fault|Bus Error|Illegal instruction) at 0x))(?<reason>\S.{0,200})/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
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
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR config.ru:12: [BUG] Segmentation fault at 0x0000000000004546',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: '[BUG] in the cart', because: 'an application’s own label', format: 'plain' },
    { line: 'cart: [BUG] the total is negative', because: 'an application’s own label', format: 'plain' },
  ],
});
