import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const glibcAssertionFailed = defineClue({
  id: 'glibc/assertion-failed',
  formats: anyText,
  needles: [': Assertion ', 'Fatal glibc error: '],
  means: 'A check in C or C++ code failed, and the process aborted.',
  provenance: { project: 'glibc', file: 'assert/assert.c', version: '2.2 to 2.42' },
  bare: true,
  pattern:
    /^(?:(?!node(?:js)?\[)(?<process>[^\s:]{1,100}): [^\s:]{1,300}:\d+: .{1,400}?: Assertion [`'](?<reason>.{1,300}?)' failed\.|Fatal glibc error: .{1,400})$/,
  adds: { signal: 'SIGABRT' },
  points: [{ cause: 'crash', strength: 'strong' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: "h: h.c:10: main: Assertion `c==0' failed.",
      gives: { process: 'h', reason: 'c==0', signal: 'SIGABRT' },
      from: 'captured, glibc 2.36',
      format: 'plain',
    },
    {
      line: 'Fatal glibc error: malloc assertion failure in sysmalloc: (old_top == initial_top (av) && old_size == 0)',
      gives: {},
      from: 'rebuilt from the template, glibc 2.36 malloc/malloc.c',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: "2026-11-22 12:00:05,120 ERROR h: h.c:10: main: Assertion `c==0' failed.",
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: "node[911]: ../src/stream_base.cc:92:void node::StreamBase::Shutdown(): Assertion `(env)->has_run_bootstrapping_code()' failed.",
      because: 'Node speaks',
      format: 'plain',
    },
    {
      line: 'Assertion failed: expected 200, got 502',
      because: 'a test or a health check speaks',
      format: 'plain',
    },
  ],
});
