import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelTcpMemory = defineClue({
  id: 'kernel/tcp-memory',
  formats: ['kernel', ...anyText],
  needles: ['out of memory -- consider tuning tcp_mem'],
  pattern: /^(?:TCP: )?out of memory -- consider tuning tcp_mem/,
  means: 'The buffers of all TCP sockets together reached the limit of the kernel, and it reset connections.',
  provenance: { project: 'linux', file: 'net/ipv4/tcp.c', version: '3.10 to 6.18' },
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[51230.774401] TCP: out of memory -- consider tuning tcp_mem',
      gives: {},
      from: 'rebuilt from the template, Linux 6.12 net/ipv4/tcp.c',
    },
  ],
  nearMisses: [],
});
