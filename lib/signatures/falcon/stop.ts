import { defineClue } from '#lib/catalogue/define.ts';

export const falconStop = defineClue({
  id: 'falcon/stop',
  formats: ['app-json', 'plain', 'leading-time', 'node-json', 'logfmt'],
  needles: ['Group is still running after stopping it!'],
  means: 'Falcon was stopped and its workers had not ended in the time that it gave them.',
  provenance: {
    project: 'async-container',
    file: 'lib/async/container/generic.rb, spawn; Ruby process.c, Process::Status#to_s',
    version: '0.16 to 0.18',
  },
  pattern: /^(?: {0,40}\| )?Group is still running after stopping it!$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -15_000, to: 0 },
  consequences: [],
  samples: [
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","severity":"warn","pid":7,"oid":1240,"subject":"Async::Container::Forked","message":"Group is still running after stopping it!"}',
      gives: {},
      from: 'rebuilt from the template, async-container 0.18 and console 1.29',
    },
  ],
  nearMisses: [],
});
