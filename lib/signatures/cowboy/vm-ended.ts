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
  pattern:
    /^(?:Kernel pid terminated \(application_controller\)|Crash dump is being written to: \S{1,300}\.\.\.)/,
  points: [{ cause: 'crash', strength: 'decisive' }],
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
  nearMisses: [],
});
