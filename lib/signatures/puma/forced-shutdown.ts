import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaForcedShutdown = defineClue({
  id: 'puma/forced-shutdown',
  formats: ['puma', ...anyText],
  needles: ['ForceShutdown', 'Detected force shutdown of a thread'],
  means: 'A stop ran out of force_shutdown_after and Puma ended a request with 503 in the middle.',
  provenance: {
    project: 'puma',
    file: 'lib/puma/thread_pool.rb; lib/puma/server.rb',
    version: '5.6.5 to 8.0.2',
  },
  pattern:
    /^(?:Detected force shutdown of a thread|Rack app \(.{0,4000}?\): #<Puma::ThreadPool::ForceShutdown: )/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    { line: '[17254] Detected force shutdown of a thread', gives: {}, from: 'captured, Puma 5.6.5' },
    {
      line: '2026-11-22 12:13:29 +0000 Rack app ("GET /slow10" - (127.0.0.1)): #<Puma::ThreadPool::ForceShutdown: Puma::ThreadPool::ForceShutdown>',
      gives: {},
      from: 'captured, Puma 5.6.5',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:12:58 +0000 Rack app ("GET /exc" - (127.0.0.1)): #<RuntimeError: boom>',
      because: 'an error of the application',
      format: 'leading-time',
    },
  ],
});
