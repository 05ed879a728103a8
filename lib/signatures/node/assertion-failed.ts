import { defineClue } from '#lib/catalogue/define.ts';

export const nodeAssertionFailed = defineClue({
  id: 'node/assertion-failed',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: [' Assertion `', '#  Assertion failed: '],
  means: 'A check inside Node itself failed, and the process aborted.',
  provenance: { project: 'node', file: 'src/node_errors.cc, Assert', version: '10 to 24.21.0' },
  bare: true,
  pattern:
    /^(?:node(?:js)?\[(?<pid>\d+)\]: [^`]{1,300} Assertion `.{1,300}' failed\.$|\s{0,8}# {2}Assertion failed: (?<reason>\S.{0,300})$)/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: "node[911]: ../src/stream_base.cc:92:void node::StreamBase::Shutdown(): Assertion `(env)->has_run_bootstrapping_code()' failed.",
      gives: { pid: 911 },
      from: 'rebuilt from the template, Node.js 18 src/node_errors.cc',
    },
    {
      line: '  #  Assertion failed: (env_->execution_async_id()) == (0)',
      gives: { reason: '(env_->execution_async_id()) == (0)' },
      from: 'rebuilt from the template, Node.js 20 src/node_errors.cc',
    },
  ],
  nearMisses: [
    {
      line: "2026-11-22 12:00:05,120 ERROR node[911]: ../src/stream_base.cc:92:void node::StreamBase::Shutdown(): Assertion `(env)->has_run_bootstrapping_code()' failed.",
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: 'AssertionError [ERR_ASSERTION]: expected 1 to equal 2',
      because: 'an assertion of JavaScript code, which can be caught',
    },
  ],
});
