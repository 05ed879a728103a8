import { defineAside } from '#lib/catalogue/define.ts';
import { dialFailed, said } from '#lib/catalogue/define-go.ts';

export const caddyConnectFailed = defineAside({
  id: 'caddy/connect-failed',
  formats: ['caddy'],
  needles: ['dial tcp', 'dial unix', 'no upstreams available'],
  means: 'Caddy could not connect to the backend: refused, unreachable, no socket, or too slow.',
  provenance: {
    project: 'Caddy',
    file: 'modules/caddyhttp/reverseproxy/reverseproxy.go',
    version: '2.6.2, v2.11.4',
  },
  pattern: new RegExp(`^${dialFailed}$`),
  adds: (_, event) => ({ ...said(event), phase: 'connect' }),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"dial tcp 127.0.0.1:18099: connect: connection refused","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/refused","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { phase: 'connect', upstream: '127.0.0.1:18099' },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"dial tcp 192.0.2.37:8080: i/o timeout","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, Caddy 2.6.2',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"dial tcp: lookup nosuch.invalid on 192.0.2.53:53: no such host","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      because: 'the name had no address',
    },
  ],
});
