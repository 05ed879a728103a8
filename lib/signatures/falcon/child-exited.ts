import { defineClue } from '#lib/catalogue/define.ts';

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
  pattern: /^(?: {0,40}\| )?pid (?<pid>\d+) exit (?<code>[1-9]\d{0,2})$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [{ of: 'falcon/stop', within: { from: -15_000, to: 0 } }],
  samples: [
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","severity":"error","pid":7,"oid":1240,"subject":"Async::Container::Forked","message":"pid 123 exit 1"}',
      gives: { pid: 123, code: 1 },
      from: 'rebuilt from the template, async-container 0.18 and console 1.29',
    },
  ],
  nearMisses: [
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","severity":"error","pid":7,"oid":1240,"subject":"Async::Container::Forked","message":"pid 123 exit 0"}',
      because: 'ended as told',
    },
  ],
});
