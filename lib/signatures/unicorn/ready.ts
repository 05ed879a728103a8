import { anyText, defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const unicornReady = defineClue({
  id: 'unicorn/ready',
  formats: ['unicorn', ...anyText],
  needles: ['master process ready'],
  means: 'unicorn started; the process before it has ended.',
  provenance: { project: 'unicorn', file: 'lib/unicorn/http_server.rb, join', version: '6.0.0 to 6.1.0' },
  pattern: /^master process ready$/,
  points: endedBefore,
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'unicorn/stop', within: { from: -120_000, to: 0 } },
    { of: 'unicorn/upgrade', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: 'I, [2026-11-22T12:14:29.549660 #18317]  INFO -- : master process ready',
      gives: {},
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [],
});
