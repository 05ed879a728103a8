import { defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const cowboyListening = defineClue({
  id: 'cowboy/listening',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: [' with cowboy ', ' with Bandit ', ' with bandit '],
  means: 'Phoenix says where its server listens; in the middle of a life, the process before it is gone.',
  provenance: { project: 'phoenix', file: 'lib/phoenix/endpoint/cowboy2_adapter.ex', version: '1.7' },
  pattern:
    /^Running [\w.]{1,120} with (?:cowboy|Bandit|bandit) [\w.]{1,20} at (?<listens>\S{1,108}) \(https?\)$/,
  points: endedBefore,
  within: { from: -1_000, to: 60_000 },
  consequences: [],
  samples: [
    {
      line: '12:03:19.250 [info] Running Shop.Endpoint with cowboy 2.12.0 at :::4000 (http)',
      gives: { listens: ':::4000' },
      from: 'rebuilt from the template, Phoenix 1.7',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
