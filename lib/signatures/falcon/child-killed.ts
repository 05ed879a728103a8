import { defineClue, matched } from '#lib/catalogue/define.ts';

const ended = /^(?: {0,40}\| )?pid (?<pid>\d+) (?<signal>SIGKILL) \(signal 9\)$/;
/** Falcon's own record; Ruby words any subprocess so. On a terminal its console sets the text off with a line. */
const own = /^Async::Container/;

export const falconChildKilled = defineClue({
  id: 'falcon/child-killed',
  formats: ['app-json', 'plain', 'leading-time', 'node-json', 'logfmt'],
  needles: ['SIGKILL (signal 9)'],
  means: 'A worker of Falcon was killed by SIGKILL: for memory by the kernel, or by somebody.',
  provenance: {
    project: 'async-container',
    file: 'lib/async/container/generic.rb, spawn; Ruby process.c, Process::Status#to_s',
    version: '0.16 to 0.18',
  },
  reads: (event) =>
    own.test(event.fields['logger'] ?? '') || event.message.startsWith(' ')
      ? matched(ended, undefined, event)
      : [],
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [{ of: 'falcon/stop', within: { from: -15_000, to: 0 } }],
  samples: [
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","severity":"error","pid":7,"oid":1240,"subject":"Async::Container::Forked","message":"pid 123 SIGKILL (signal 9)"}',
      gives: { pid: 123, signal: 'SIGKILL' },
      from: 'rebuilt from the template, async-container 0.18 and console 1.29',
    },
    {
      line: '               | pid 123 SIGKILL (signal 9)',
      gives: { pid: 123 },
      from: 'rebuilt from the template, async-container 0.18 and console 1.29 on a terminal',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: 'E, [2026-11-22T12:13:55.070185 #17610] ERROR -- : reaped #<Process::Status: pid 17634 SIGKILL (signal 9)> worker=1',
      because: 'unicorn speaks in other words',
      format: 'plain',
    },
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","level":"error","message":"pid 123 SIGKILL (signal 9)"}',
      because: 'Process::Status#to_s of a subprocess that an application waited for',
    },
    {
      line: 'pid 123 SIGKILL (signal 9)',
      because: 'the same words, printed by an application',
      format: 'plain',
    },
  ],
});
