import { defineClue } from '#lib/catalogue/define.ts';

export const runitStopForced = defineClue({
  id: 'runit/stop-forced',
  formats: ['leading-time', 'plain'],
  needles: ['kill: run: ', 'timeout: run: '],
  means: 'The service did not stop in time, and sv killed it or gave up waiting.',
  provenance: { project: 'runit', file: 'src/sv.c', version: '2.1.2' },
  pattern:
    /^(?:kill|timeout): run: (?:\S{0,300}\/)?(?<unit>[^\s/:]{1,200}): \(pid (?<pid>\d+)\) \d+s, (?:want down, )?got TERM\s*$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -15000, to: 10000 },
  consequences: [],
  samples: [
    {
      line: 'kill: run: ./sv/api: (pid 27563) 6s, got TERM',
      gives: { unit: 'api', pid: 27563 },
      from: 'captured, runit 2.1.2',
      format: 'plain',
    },
    {
      line: 'timeout: run: ./sv/api: (pid 27563) 3s, got TERM',
      gives: { unit: 'api', pid: 27563 },
      from: 'captured, runit 2.1.2',
      format: 'plain',
    },
    {
      line: 'kill: run: ./sv/api: (pid 27669) 2s, want down, got TERM',
      gives: { pid: 27669 },
      from: 'captured, runit 2.1.2',
      format: 'plain',
    },
  ],
  nearMisses: [{ line: 'run: ./sv/api: (pid 27563) 1s', because: 'its state', format: 'plain' }],
});
