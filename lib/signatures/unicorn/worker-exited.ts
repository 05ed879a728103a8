import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornWorkerExited = defineClue({
  id: 'unicorn/worker-exited',
  formats: ['unicorn', ...anyText],
  needles: ['reaped #<Process::Status'],
  means:
    'A worker ended with an error code: the application called exit, raised past unicorn, or did not load.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, reap_all_workers',
    version: '6.0.0 to 6.1.0',
  },
  pattern: /^reaped #<Process::Status: pid (?<pid>\d+) exit (?<code>[1-9]\d{0,2})> worker=(?<worker>\d+)$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'E, [2026-11-22T12:13:58.446139 #17610] ERROR -- : reaped #<Process::Status: pid 17823 exit 5> worker=0',
      gives: { pid: 17_823, code: 5, worker: '0' },
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'I, [2026-11-22T12:14:30.634695 #18317]  INFO -- : reaped #<Process::Status: pid 18323 exit 0> worker=0',
      because: 'ended as told',
      format: 'unicorn',
    },
  ],
});
