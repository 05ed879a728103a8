import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornLoopError = defineClue({
  id: 'unicorn/loop-error',
  formats: ['unicorn', ...anyText],
  needles: ['listen loop error'],
  means: 'An exception escaped into the loop of a unicorn worker that accepts connections.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, worker_loop',
    version: '6.0.0 to 6.1.0',
  },
  pattern: /^listen loop error: (?<reason>.{1,200})/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'E, [2026-11-22T12:14:03.909666 #17734] ERROR -- : listen loop error: Too many open files (Errno::EMFILE)',
      gives: { reason: 'Too many open files (Errno::EMFILE)' },
      from: 'rebuilt from the template, unicorn 6.1.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [],
});
