import { defineClue } from '#lib/catalogue/define.ts';
import { packet } from '#lib/catalogue/define-packet.ts';

export const tcpdumpClosedLater = defineClue({
  id: 'tcpdump/closed-later',
  formats: ['tcpdump'],
  needles: ['Flags [F'],
  means:
    'In the packet capture the backend is the one that closes, after it had answered on this connection.',
  provenance: { project: 'tcpdump', file: 'print-tcp.c', version: '4.9 to 4.99' },
  reads: (event) => packet(event, 'server', ({ fin, seq }) => fin && seq > 1),
  points: [
    { cause: 'keepalive-race', strength: 'context' },
    { cause: 'response-truncated', strength: 'context' },
  ],
  within: { from: -2000, to: 2000 },
  consequences: [{ of: 'tcpdump/proxy-closed', sharing: 'connection', within: { from: -60000, to: 0 } }],
  samples: [
    {
      line: '2026-11-27 06:55:04.640971 IP 127.0.0.1.8081 > 127.0.0.1.53614: Flags [F.], seq 41, ack 81, win 64, options [nop,nop,TS val 1296256259 ecr 2351789417], length 0',
      gives: { by: 'fin', upstream: '127.0.0.1:8081' },
      from: 'captured, tcpdump 4.99.3 -nn -tttt beside nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-27 06:55:04.640700 IP 127.0.0.1.53614 > 127.0.0.1.8081: Flags [F.], seq 80, ack 41, win 64, options [nop,nop,TS val 2351789417 ecr 1296256258], length 0',
      because: 'the proxy’s side',
    },
  ],
});
