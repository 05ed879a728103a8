import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelNeighbourOverflow = defineClue({
  id: 'kernel/neighbour-overflow',
  formats: ['kernel', ...anyText],
  needles: ['neighbor table overflow', 'neighbour table overflow', 'Neighbour table overflow'],
  pattern: /^(?:neighbour: )?(?:(?:arp|ndisc)_cache: )?(?:[Nn]eighbour|neighbor) table overflow/,
  means: 'The host knows more neighbours than its table holds, and cannot reach some of them.',
  provenance: { project: 'linux', file: 'net/core/neighbour.c', version: '2.6.32 to 6.18' },
  points: [{ cause: 'network', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[51230.774401] neighbour: arp_cache: neighbor table overflow!',
      gives: {},
      from: 'rebuilt from the template, Linux 6.1 net/core/neighbour.c',
    },
    {
      line: '[51230.774401] Neighbour table overflow.',
      gives: {},
      from: 'rebuilt from the template, Linux 2.6.32 net/ipv4/route.c',
    },
  ],
  nearMisses: [],
});
