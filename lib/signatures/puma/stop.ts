import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaStop = defineClue({
  id: 'puma/stop',
  formats: ['puma', ...anyText],
  needles: ['Gracefully stopping', 'Gracefully shutting down workers', '=== puma shutdown', 'Goodbye!'],
  means:
    'Puma was told to stop; it waits for requests in flight, for as long as force_shutdown_after allows.',
  provenance: {
    project: 'puma',
    file: 'lib/puma/single.rb; lib/puma/cluster.rb; lib/puma/launcher.rb',
    version: '4.3.12 to 8.0.2',
  },
  pattern:
    /^(?:- Gracefully (?:stopping, waiting for requests to finish|shutting down workers\.\.\.)|=== puma shutdown: .{10,40} ===|- Goodbye!)$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -40_000, to: 0 },
  consequences: [{ of: 'puma/restarting', within: { from: -60_000, to: 1_000 } }],
  endedBy: [{ of: 'puma/starting' }],
  samples: [
    {
      line: '- Gracefully stopping, waiting for requests to finish',
      gives: {},
      from: 'captured, Puma 5.6.5, single mode',
    },
    {
      line: '[17248] === puma shutdown: 2026-11-22 12:13:27 +0000 ===',
      gives: {},
      from: 'captured, Puma 5.6.5',
    },
    { line: '[17248] - Gracefully shutting down workers...', gives: {}, from: 'captured, Puma 5.6.5' },
  ],
  nearMisses: [{ line: '[17364] - Stopping 17370 for phased upgrade...', because: 'a phased restart' }],
});
