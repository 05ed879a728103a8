import { defineClue } from '#lib/catalogue/define.ts';
import { packet } from '#lib/catalogue/define-packet.ts';

export const tcpdumpClosedUnanswered = defineClue({
  id: 'tcpdump/closed-unanswered',
  formats: ['tcpdump'],
  needles: ['Flags [F'],
  means:
    'In the packet capture the backend is the one that closes: it had been sent a request on this connection and had answered nothing.',
  provenance: { project: 'tcpdump', file: 'print-tcp.c', version: '4.9 to 4.99' },
  // Numbers are counted from the connection’s start where the capture has seen it.
  reads: (event) =>
    packet(event, 'server', ({ fin, seq, ack, length }) => fin && seq === 1 && ack > 1 && length === 0, {
      phase: 'header',
    }),
  points: [
    { cause: 'crash', strength: 'context' },
    { cause: 'oom-kill', strength: 'context' },
    { cause: 'restart', strength: 'context' },
    { cause: 'worker-timeout', strength: 'context' },
    { cause: 'connection-rejected', strength: 'context' },
    { cause: 'backend-timeout', strength: 'context' },
  ],
  within: { from: -2000, to: 2000 },
  consequences: [{ of: 'tcpdump/proxy-closed', sharing: 'connection', within: { from: -60000, to: 0 } }],
  samples: [
    {
      line: '2026-11-27 07:23:08.043555 IP 127.0.0.1.8081 > 127.0.0.1.43164: Flags [F.], seq 1, ack 69, win 64, options [nop,nop,TS val 1761020345 ecr 1024807411], length 0',
      gives: { by: 'fin', upstream: '127.0.0.1:8081', phase: 'header' },
      from: 'captured, tcpdump 4.99.3 -nn -tttt beside nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-27 06:55:04.640971 IP 127.0.0.1.8081 > 127.0.0.1.53614: Flags [F.], seq 41, ack 81, win 64, options [nop,nop,TS val 1296256259 ecr 2351789417], length 0',
      because: 'it had answered before',
    },
    {
      line: '2026-11-27 06:55:04.640971 IP 127.0.0.1.8081 > 127.0.0.1.53614: Flags [F.], seq 1, ack 1, win 64, length 0',
      because: 'nothing had been asked',
    },
  ],
});
