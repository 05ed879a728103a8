import { defineClue } from '#lib/catalogue/define.ts';

export const systemdCoreDumped = defineClue({
  id: 'systemd/core-dumped',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: [' dumped core'],
  means: 'A process crashed and systemd-coredump kept its core.',
  provenance: { project: 'systemd', file: 'src/coredump/coredump.c', version: '232 to 257' },
  pattern:
    /^(?:systemd-coredump\[\d+\]: )?(?:\[\S\] )?Process (?<pid>\d+) \((?<process>.{1,60}?)\) of user \d+ dumped core\./,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -60_000, to: 60_000 },
  consequences: [{ of: 'node/heap-out-of-memory', within: { from: -15_000, to: 0 } }],
  samples: [
    {
      line: 'systemd-coredump[5120]: Process 4711 (node) of user 998 dumped core.',
      gives: { pid: 4711, process: 'node' },
      from: 'rebuilt from the template, systemd 252 src/coredump/coredump.c',
    },
  ],
  nearMisses: [
    {
      line: 'Process 4711 (node) of user 998 terminated abnormally without generating a coredump.',
      because: 'other words, which older versions do not have',
    },
  ],
});
