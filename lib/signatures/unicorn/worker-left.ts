import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornWorkerLeft = defineClue({
  id: 'unicorn/worker-left',
  formats: ['unicorn', ...anyText],
  needles: ['reaped #<Process::Status'],
  means:
    'A worker ended in order: in a stop, a reload, or because a recycler (unicorn-worker-killer) told it to.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, reap_all_workers',
    version: '6.0.0 to 6.1.0',
  },
  pattern: /^reaped #<Process::Status: pid (?<pid>\d+) exit 0> worker=(?<worker>\d+)$/,
  points: [
    { cause: 'worker-recycle', strength: 'context' },
    { cause: 'restart', strength: 'context' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [
    { of: 'unicorn/reload', within: { from: -35_000, to: 0 } },
    { of: 'unicorn/stop', within: { from: -70_000, to: 0 } },
  ],
  samples: [
    {
      line: 'I, [2026-11-22T12:14:30.634695 #18317]  INFO -- : reaped #<Process::Status: pid 18323 exit 0> worker=0',
      gives: { pid: 18_323, worker: '0' },
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'E, [2026-11-22T12:13:58.909666 #17610] ERROR -- : reaped #<Process::Status: pid 17790 exit 5> worker=1',
      because: 'ended with an error',
      format: 'unicorn',
    },
  ],
});
