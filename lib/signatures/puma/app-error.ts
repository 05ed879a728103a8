import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaAppError = defineClue({
  id: 'puma/app-error',
  formats: ['puma', ...anyText],
  needles: ['Rack app ('],
  means: 'The application raised an exception, which Puma answered with 500.',
  provenance: {
    project: 'puma',
    file: 'lib/puma/error_logger.rb; lib/puma/server.rb, lowlevel_error',
    version: '5.6.5 to 8.0.2',
  },
  pattern:
    /^Rack app \("(?<method>[A-Z]{1,20}) (?<target>[^"]{0,4000})" - \([^()]{0,64}\)\): #<(?!Puma::ThreadPool::ForceShutdown)(?<reason>[A-Z][\w:]{0,100})\b/,
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:12:58 +0000 Rack app ("GET /exc" - (127.0.0.1)): #<RuntimeError: boom>',
      gives: { method: 'GET', target: '/exc', reason: 'RuntimeError' },
      from: 'captured, Puma 5.6.5',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:13:29 +0000 Rack app ("GET /slow10" - (127.0.0.1)): #<Puma::ThreadPool::ForceShutdown: Puma::ThreadPool::ForceShutdown>',
      because: 'a stop ended it',
      format: 'leading-time',
    },
  ],
});
