import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornAppError = defineClue({
  id: 'unicorn/app-error',
  formats: ['unicorn', ...anyText],
  needles: ['app error: '],
  means: 'The application raised an exception: answered with 500 before the headers, cut short after them.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, handle_error',
    version: '6.0.0 to 6.1.0',
  },
  pattern: /^app error: (?<reason>.{1,200})/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'E, [2026-11-22T12:14:02.062708 #17879] ERROR -- : app error: mid-stream (RuntimeError)',
      gives: { reason: 'mid-stream (RuntimeError)' },
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'E, [2026-11-22T12:14:03.909666 #17734] ERROR -- : in-app error: none',
      because: 'another program',
      format: 'leading-time',
    },
  ],
});
