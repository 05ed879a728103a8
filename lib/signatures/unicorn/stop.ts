import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornStop = defineClue({
  id: 'unicorn/stop',
  formats: ['unicorn', ...anyText],
  needles: ['master complete', 'gracefully stopping all workers'],
  means:
    'unicorn stopped; with SIGTERM or SIGINT it cuts requests in flight, with SIGQUIT it waits for them.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, join and stop',
    version: '6.0.0 to 6.1.0',
  },
  pattern: /^(?:master complete|gracefully stopping all workers)$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'I, [2026-11-22T12:14:30.636388 #18317]  INFO -- : master complete',
      gives: {},
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
    {
      line: 'I, [2026-11-22T12:14:30.636388 #18317]  INFO -- : gracefully stopping all workers',
      gives: {},
      from: 'rebuilt from the template, unicorn 6.1.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'I, [2026-11-22T12:14:29.549660 #18317]  INFO -- : master process ready',
      because: 'the start',
      format: 'unicorn',
    },
  ],
});
