import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelOrphanedSockets = defineClue({
  id: 'kernel/orphaned-sockets',
  formats: ['kernel', ...anyText],
  needles: ['too many orphaned sockets', 'too many of orphaned sockets'],
  pattern: /^(?:TCP: )?too many (?:of )?orphaned sockets/,
  means: 'More closed sockets still had data to send than the kernel keeps, and it reset their connections.',
  provenance: { project: 'linux', file: 'net/ipv4/tcp.c', version: '2.6.32 to 6.18' },
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[51230.774401] TCP: too many orphaned sockets',
      gives: {},
      from: 'rebuilt from the template, Linux 6.12 net/ipv4/tcp.c',
    },
  ],
  nearMisses: [],
});
