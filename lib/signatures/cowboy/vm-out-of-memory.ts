import { defineClue } from '#lib/catalogue/define.ts';

export const cowboyVmOutOfMemory = defineClue({
  id: 'cowboy/vm-out-of-memory',
  formats: ['plain', 'leading-time'],
  needles: ['Cannot allocate '],
  means: 'The Erlang virtual machine was given no more memory, and ended.',
  provenance: { project: 'otp', file: 'erts/emulator/beam/erl_alloc.c', version: '26' },
  bare: true,
  pattern: /^(?:[a-z_]{4,20}_alloc: Cannot (?:re)?allocate (?<bytes>\d+) bytes of memory \(of type ")/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'eheap_alloc: Cannot allocate 1272334768 bytes of memory (of type "heap").',
      gives: { bytes: 1_272_334_768 },
      from: 'rebuilt from the template, Erlang/OTP 26',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR eheap_alloc: Cannot allocate 1272334768 bytes of memory (of type "heap").',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
