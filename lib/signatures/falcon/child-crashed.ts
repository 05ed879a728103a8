import { defineClue, matched } from '#lib/catalogue/define.ts';

const ended =
  /^(?: {0,40}\| )?pid (?<pid>\d+) (?<signal>SIG(?:SEGV|ABRT|BUS|ILL|FPE)) \(signal \d+\)(?: \(core dumped\))?$/;
/** Falcon's own record; Ruby words any subprocess so. On a terminal its console sets the text off with a line. */
const own = /^Async::Container/;

export const falconChildCrashed = defineClue({
  id: 'falcon/child-crashed',
  formats: ['app-json', 'plain', 'leading-time', 'node-json', 'logfmt'],
  needles: ['SIGSEGV (signal', 'SIGABRT (signal', 'SIGBUS (signal', 'SIGILL (signal', 'SIGFPE (signal'],
  means: 'A worker of Falcon died of a signal of its own making.',
  provenance: {
    project: 'async-container',
    file: 'lib/async/container/generic.rb, spawn; Ruby process.c, Process::Status#to_s',
    version: '0.16 to 0.18',
  },
  reads: (event) =>
    own.test(event.fields['logger'] ?? '') || event.message.startsWith(' ')
      ? matched(ended, undefined, event)
      : [],
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [{ of: 'ruby/bug', within: { from: -5_000, to: 0 } }],
  samples: [
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","severity":"error","pid":7,"oid":1240,"subject":"Async::Container::Forked","message":"pid 123 SIGSEGV (signal 11) (core dumped)"}',
      gives: { pid: 123, signal: 'SIGSEGV' },
      from: 'rebuilt from the template, async-container 0.18 and console 1.29',
    },
    {
      line: '               | pid 123 SIGSEGV (signal 11)',
      gives: { pid: 123 },
      from: 'rebuilt from the template, async-container 0.18 and console 1.29 on a terminal',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","severity":"error","pid":7,"oid":1240,"subject":"Async::Container::Forked","message":"pid 123 SIGKILL (signal 9)"}',
      because: 'killed from outside',
    },
    {
      line: '{"time":"2026-11-22T12:00:05+00:00","level":"error","message":"pid 123 SIGSEGV (signal 11)"}',
      because: 'Process::Status#to_s of a subprocess that an application waited for',
    },
    {
      line: 'pid 123 SIGSEGV (signal 11)',
      because: 'the same words, printed by an application',
      format: 'plain',
    },
  ],
});
