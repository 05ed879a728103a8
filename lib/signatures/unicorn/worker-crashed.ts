import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornWorkerCrashed = defineClue({
  id: 'unicorn/worker-crashed',
  formats: ['unicorn', ...anyText],
  needles: ['reaped #<Process::Status'],
  means: 'A worker died of a signal of its own making: a segmentation fault or an abort.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, reap_all_workers',
    version: '6.0.0 to 6.1.0',
  },
  pattern:
    /^reaped #<Process::Status: pid (?<pid>\d+) (?<signal>SIG(?:ABRT|SEGV|BUS|FPE|ILL|TRAP|SYS)) \(signal \d+\)(?: \(core dumped\))?> worker=(?<worker>\d+)$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [{ of: 'ruby/bug', within: { from: -5_000, to: 0 } }],
  samples: [
    {
      line: 'E, [2026-11-22T12:13:55.909666 #17610] ERROR -- : reaped #<Process::Status: pid 17672 SIGABRT (signal 6)> worker=1',
      gives: { pid: 17_672, signal: 'SIGABRT', worker: '1' },
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'E, [2026-11-22T12:13:55.070185 #17610] ERROR -- : reaped #<Process::Status: pid 17634 SIGKILL (signal 9)> worker=1',
      because: 'killed from outside',
      format: 'unicorn',
    },
  ],
});
