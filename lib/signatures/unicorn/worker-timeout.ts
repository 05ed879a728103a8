import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornWorkerTimeout = defineClue({
  id: 'unicorn/worker-timeout',
  formats: ['unicorn', ...anyText],
  needles: ['s), killing'],
  means: 'unicorn killed a worker whose request had run longer than timeout.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, murder_lazy_workers',
    version: '6.0.0 to 6.1.0',
  },
  pattern: /^worker=(?<worker>\d+) PID:(?<pid>\d+) timeout \(\d+s > (?<limit>\d+)s\), killing$/,
  adds: ({ limit = '' }) => ({ limit: Number(limit) * 1_000 }),
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'E, [2026-11-22T12:14:09.226519 #17610] ERROR -- : worker=0 PID:17926 timeout (5s > 4s), killing',
      gives: { worker: '0', pid: 17_926, limit: 4_000 },
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'I, [2026-11-22T12:13:54.185949 #17610]  INFO -- : worker=0 spawning...',
      because: 'a worker starts',
      format: 'unicorn',
    },
  ],
});
