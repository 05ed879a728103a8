import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornWorkerReady = defineClue({
  id: 'unicorn/worker-ready',
  formats: ['unicorn', ...anyText],
  needles: ['worker='],
  means: 'A worker began to serve; the line that reaped the one before it says why.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, worker_loop',
    version: '6.0.0 to 6.1.0',
  },
  pattern: /^worker=(?<worker>\d+) ready$/,
  points: [],
  within: { from: -1_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'I, [2026-11-22T12:14:29.570471 #18323]  INFO -- : worker=0 ready',
      gives: { worker: '0' },
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [],
});
