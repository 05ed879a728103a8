import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelConntrackFull = defineClue({
  id: 'kernel/conntrack-full',
  formats: ['kernel', ...anyText],
  needles: ['conntrack: table full, dropping packet'],
  pattern: /^(?:(?:nf|ip)_conntrack: ){1,2}table full, dropping packet/,
  means: 'The table of tracked connections is full, and packets of other connections are dropped.',
  provenance: { project: 'linux', file: 'net/netfilter/nf_conntrack_core.c', version: '2.6.32 to 6.18' },
  points: [{ cause: 'network', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[51230.774401] nf_conntrack: nf_conntrack: table full, dropping packet',
      gives: {},
      from: 'rebuilt from the template, Linux 6.12 net/netfilter/nf_conntrack_core.c',
    },
    {
      line: '[51230.774401] nf_conntrack: table full, dropping packet.',
      gives: {},
      from: 'rebuilt from the template, Linux 3.10 net/netfilter/nf_conntrack_core.c',
    },
  ],
  nearMisses: [
    {
      line: '[    4.220431] nf_conntrack version 0.5.0 (65536 buckets, 262144 max)',
      because: 'the kernel says at boot how large the table is',
    },
  ],
});
