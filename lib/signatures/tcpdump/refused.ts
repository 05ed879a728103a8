import { defineClue } from '#lib/catalogue/define.ts';
import { packet } from '#lib/catalogue/define-packet.ts';

export const tcpdumpRefused = defineClue({
  id: 'tcpdump/refused',
  formats: ['tcpdump'],
  needles: ['Flags [R.]'],
  means: 'In the packet capture the backend’s host refuses a connection: nothing listens there.',
  provenance: { project: 'tcpdump', file: 'print-tcp.c', version: '4.9 to 4.99' },
  reads: (event) =>
    packet(event, 'server', ({ flags, seq }) => flags === 'R.' && seq === 0, { phase: 'connect' }),
  points: [
    { cause: 'restart', strength: 'context' },
    { cause: 'crash', strength: 'context' },
    { cause: 'oom-kill', strength: 'context' },
  ],
  within: { from: -5000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-27 06:54:41.064503 IP 127.0.0.1.8081 > 127.0.0.1.53604: Flags [R.], seq 0, ack 2705772612, win 0, length 0',
      gives: { by: 'reset', upstream: '127.0.0.1:8081', phase: 'connect' },
      from: 'captured, tcpdump 4.99.3 -nn -tttt beside nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-27 06:54:41.878984 IP 127.0.0.1.8081 > 127.0.0.1.53632: Flags [R.], seq 1, ack 123019, win 108, length 0',
      because: 'the connection stood',
    },
  ],
});
