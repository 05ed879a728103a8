import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelSynFlooding = defineClue({
  id: 'kernel/syn-flooding',
  formats: ['kernel', ...anyText],
  needles: ['Possible SYN flooding on port'],
  pattern:
    /^(?:TCP: )?(?:\w+: )?Possible SYN flooding on (?<reason>port \S{1,60})\. {1,2}(?:Sending cookies|Dropping request)\./,
  means:
    'More connections arrived on this port than the program accepted: the queue of its listener was full.',
  provenance: { project: 'linux', file: 'net/ipv4/tcp_input.c', version: '3.10 to 6.12' },
  // The port may be the proxy's own.
  points: [{ cause: 'overload', strength: 'supporting' }],
  // Printed once per listening socket until that is opened anew.
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[ 8120.551902] TCP: request_sock_TCP: Possible SYN flooding on port 8000. Sending cookies.  Check SNMP counters.',
      gives: { reason: 'port 8000' },
      from: 'rebuilt from the template, Linux 6.1 net/ipv4/tcp_input.c',
    },
    {
      line: '[ 8120.551902] TCP: request_sock_TCP: Possible SYN flooding on port 127.0.0.1:8000. Dropping request.',
      gives: { reason: 'port 127.0.0.1:8000' },
      from: 'rebuilt from the template, Linux 6.12 net/ipv4/tcp_input.c',
    },
  ],
  nearMisses: [],
});
