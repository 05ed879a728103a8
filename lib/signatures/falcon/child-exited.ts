import { defineClue, matched } from '#lib/catalogue/define.ts';

const ended = /^(?: {0,40}\| )?pid (?<pid>\d+) exit (?<code>[1-9]\d{0,2})$/;
/** Falcon's own record; Ruby words any subprocess so. On a terminal its console sets the text off with a line. */
const own = /^Async::Container/;

export const falconChildExited = defineClue({
  id: 'falcon/child-exited',
  formats: ['app-json', 'plain', 'leading-time', 'node-json', 'logfmt'],
  needles: [' exit '],
  means: 'A worker of Falcon ended with an error code.',
  provenance: {
    project: 'async-container',
    file: 'lib/async/container/generic.rb, spawn; Ruby process.c, Process::Status#to_s',
    version: '0.16 to 0.18',
  },
  reads: (event) =>
    own.test(event.fields['logger'] ?? '') || event.message.startsWith(' ')
      ? matched(ended, undefined, event)
      : [],
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [{ of: 'falcon/stop', within: { from: -15_000, to: 0 } }],
  samples: [
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","severity":"error","pid":7,"oid":1240,"subject":"Async::Container::Forked","message":"pid 123 exit 1"}',
      gives: { pid: 123, code: 1 },
      from: 'rebuilt from the template, async-container 0.18 and console 1.29',
    },
    {
      line: '               | pid 123 exit 1',
      gives: { pid: 123 },
      from: 'rebuilt from the template, async-container 0.18 and console 1.29 on a terminal',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","severity":"error","pid":7,"oid":1240,"subject":"Async::Container::Forked","message":"pid 123 exit 0"}',
      because: 'ended as told',
    },
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","level":"error","message":"pid 123 exit 1"}',
      because: 'Process::Status#to_s of a subprocess that an application waited for',
    },
    { line: 'pid 123 exit 1', because: 'the same words, printed by an application', format: 'plain' },
  ],
});
