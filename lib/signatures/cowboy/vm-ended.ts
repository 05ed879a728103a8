import { defineClue } from '#lib/catalogue/define.ts';

export const cowboyVmEnded = defineClue({
  id: 'cowboy/vm-ended',
  formats: ['plain', 'leading-time'],
  needles: ['Kernel pid terminated', 'Crash dump is being written to'],
  means: 'The Erlang virtual machine gave up and ended.',
  provenance: {
    project: 'otp',
    file: 'erts/emulator/beam/break.c; lib/kernel/src/application_controller.erl',
    version: '26',
  },
  bare: true,
  pattern:
    /^(?:Kernel pid terminated \(application_controller\)|Crash dump is being written to: \S{1,300}\.\.\.)/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [{ of: 'cowboy/vm-out-of-memory', within: { from: -30_000, to: 1_000 } }],
  samples: [
    {
      line: 'Crash dump is being written to: erl_crash.dump...done',
      gives: {},
      from: 'rebuilt from the template, Erlang/OTP 26',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Crash dump is being written to: erl_crash.dump...done',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
