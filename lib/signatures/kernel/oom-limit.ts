import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelOomLimit = defineClue({
  id: 'kernel/oom-limit',
  formats: ['kernel', ...anyText],
  needles: ['memory: usage '],
  pattern: /^memory: usage \d+kB, limit (?<bytes>\d+)kB, failcnt \d+$/,
  adds: ({ bytes }) => ({ bytes: Number(bytes) * 1_024 }),
  means: 'The memory limit that was in force when the kernel had to kill; the figure is the limit.',
  provenance: { project: 'linux', file: 'mm/memcontrol.c', version: '3.10 to 6.18' },
  points: [{ cause: 'oom-kill', strength: 'context' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[ 2168.863936] memory: usage 98304kB, limit 98304kB, failcnt 1001',
      gives: { bytes: 100_663_296 },
      from: 'captured, Linux 6.18.44',
    },
  ],
  nearMisses: [
    {
      line: '[ 2168.863939] memory+swap: usage 98304kB, limit 9007199254740988kB, failcnt 0',
      because: 'another limit, here none',
    },
    {
      line: '[ 2168.863940] kmem: usage 512kB, limit 9007199254740988kB, failcnt 0',
      because: 'another limit, here none',
    },
  ],
});
