import { defineClue } from '#lib/catalogue/define.ts';
import { packet } from '#lib/catalogue/define-packet.ts';

export const tcpdumpResetUnread = defineClue({
  id: 'tcpdump/reset-unread',
  formats: ['tcpdump'],
  needles: ['Flags [R.]'],
  means:
    'In the packet capture the backend resets the connection before it has answered anything: it closed with a part of the request unread.',
  provenance: { project: 'tcpdump', file: 'print-tcp.c', version: '4.9 to 4.99' },
  reads: (event) => packet(event, 'server', ({ flags, seq, ack }) => flags === 'R.' && seq === 1 && ack > 1),
  points: [
    { cause: 'body-rejected', strength: 'supporting' },
    { cause: 'connection-rejected', strength: 'context' },
    { cause: 'crash', strength: 'context' },
  ],
  within: { from: -2000, to: 2000 },
  consequences: [{ of: 'tcpdump/proxy-closed', sharing: 'connection', within: { from: -60000, to: 0 } }],
  samples: [
    {
      line: '2026-11-27 06:54:41.878984 IP 127.0.0.1.8081 > 127.0.0.1.53632: Flags [R.], seq 1, ack 123019, win 108, options [nop,nop,TS val 2434985943 ecr 1257376251], length 0',
      gives: { by: 'reset', upstream: '127.0.0.1:8081' },
      from: 'captured, tcpdump 4.99.3 -nn -tttt beside nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-27 06:54:41.064503 IP 127.0.0.1.8081 > 127.0.0.1.53604: Flags [R.], seq 0, ack 2705772612, win 0, length 0',
      because: 'nothing listens',
    },
  ],
});
