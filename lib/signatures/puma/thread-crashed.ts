import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaThreadCrashed = defineClue({
  id: 'puma/thread-crashed',
  formats: ['puma', ...anyText],
  needles: ['Error reached top of thread-pool', 'Error in reactor loop escaped'],
  means: 'An exception escaped to the top of a Puma thread, and the request it served was dropped.',
  provenance: {
    project: 'puma',
    file: 'lib/puma/thread_pool.rb; lib/puma/reactor.rb',
    version: '5.6.5 to 8.0.2',
  },
  pattern: /^Error (?:reached top of thread-pool|in reactor loop escaped): (?<reason>.{1,200})/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'Error reached top of thread-pool: boom (RuntimeError)',
      gives: { reason: 'boom (RuntimeError)' },
      from: 'rebuilt from the template, Puma 6.6.0 lib/puma/thread_pool.rb',
      format: 'plain',
    },
  ],
  nearMisses: [{ line: 'Error reached the top of the list', because: 'another program', format: 'plain' }],
});
