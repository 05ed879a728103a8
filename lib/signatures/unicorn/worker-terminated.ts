import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornWorkerTerminated = defineClue({
  id: 'unicorn/worker-terminated',
  formats: ['unicorn', ...anyText],
  needles: ['reaped #<Process::Status'],
  means: 'Somebody told a worker to stop, and unicorn starts another.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, reap_all_workers',
    version: '6.0.0 to 6.1.0',
  },
  pattern:
    /^reaped #<Process::Status: pid (?<pid>\d+) (?<signal>SIG(?:TERM|INT|QUIT|HUP|USR[12])) \(signal \d+\)> worker=(?<worker>\d+)$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'E, [2026-11-22T12:13:58.909666 #17610] ERROR -- : reaped #<Process::Status: pid 17734 SIGTERM (signal 15)> worker=1',
      gives: { pid: 17_734, signal: 'SIGTERM', worker: '1' },
      from: 'rebuilt from the template, unicorn 6.0.0 and Ruby 3.1.7 process.c',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'E, [2026-11-22T12:13:55.070185 #17610] ERROR -- : reaped #<Process::Status: pid 17634 SIGKILL (signal 9)> worker=1',
      because: 'killed, not told to stop',
      format: 'unicorn',
    },
  ],
});
