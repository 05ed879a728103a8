import { defineClue } from '#lib/catalogue/define.ts';
import { packet } from '#lib/catalogue/define-packet.ts';

export const tcpdumpResetReused = defineClue({
  id: 'tcpdump/reset-reused',
  formats: ['tcpdump'],
  needles: ['Flags [R'],
  means:
    'In the packet capture the backend resets a connection on which it had answered before: a request came as it closed, and it did not read it.',
  provenance: { project: 'tcpdump', file: 'print-tcp.c', version: '4.9 to 4.99' },
  // Without an acknowledgement Linux answers what comes for a connection that is gone already.
  reads: (event) => packet(event, 'server', ({ reset, seq }) => reset && seq > 1, { reused: true }),
  points: [
    { cause: 'keepalive-race', strength: 'strong' },
    { cause: 'body-rejected', strength: 'context' },
    { cause: 'response-truncated', strength: 'context' },
  ],
  within: { from: -2000, to: 2000 },
  consequences: [{ of: 'tcpdump/proxy-closed', sharing: 'connection', within: { from: -60000, to: 0 } }],
  samples: [
    {
      line: '2026-11-27 06:54:44.418428 IP 127.0.0.1.8081 > 127.0.0.1.53658: Flags [R.], seq 41, ack 141, win 64, options [nop,nop,TS val 3541061094 ecr 1212907273], length 0',
      gives: { by: 'reset', upstream: '127.0.0.1:8081', reused: true },
      from: 'captured, tcpdump 4.99.3 -nn -tttt beside nginx 1.22.1',
    },
    {
      line: '2026-11-27 06:54:44.418428 IP 127.0.0.1.8081 > 127.0.0.1.53658: Flags [R], seq 3320121237, win 0, length 0',
      gives: { by: 'reset' },
      from: 'rebuilt from the template, tcpdump 4.99.3 print-tcp.c, Linux net/ipv4/tcp_ipv4.c',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-27 06:54:41.878984 IP 127.0.0.1.8081 > 127.0.0.1.53632: Flags [R.], seq 1, ack 123019, win 108, length 0',
      because: 'the first request of the connection',
    },
  ],
});
