import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornWorkerKilled = defineClue({
  id: 'unicorn/worker-killed',
  formats: ['unicorn', ...anyText],
  needles: ['SIGKILL'],
  means:
    'A worker was killed by SIGKILL: by unicorn itself if it said so just before, otherwise from outside.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, reap_all_workers',
    version: '6.0.0 to 6.1.0',
  },
  pattern:
    /^reaped #<Process::Status: pid (?<pid>\d+) (?<signal>SIGKILL) \(signal 9\)> worker=(?<worker>\d+)$/,
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [{ of: 'unicorn/worker-timeout', sharing: 'pid', within: { from: -4_000, to: 0 } }],
  samples: [
    {
      line: 'E, [2026-11-22T12:13:55.070185 #17610] ERROR -- : reaped #<Process::Status: pid 17634 SIGKILL (signal 9)> worker=1',
      gives: { pid: 17_634, signal: 'SIGKILL', worker: '1' },
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'E, [2026-11-22T12:13:55.909666 #17610] ERROR -- : reaped #<Process::Status: pid 17672 SIGABRT (signal 6)> worker=1',
      because: 'a crash of its own',
      format: 'unicorn',
    },
  ],
});
