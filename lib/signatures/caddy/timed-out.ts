import { defineAside } from '#lib/catalogue/define.ts';
import { said, timedOut } from '#lib/catalogue/define-go.ts';

export const caddyTimedOut = defineAside({
  id: 'caddy/timed-out',
  formats: ['caddy'],
  needles: ['timeout awaiting response headers', 'i/o timeout', 'deadline exceeded', 'TLS handshake timeout'],
  means: 'Caddy gave up waiting for the backend; the backend had not closed.',
  provenance: {
    project: 'Caddy',
    file: 'modules/caddyhttp/reverseproxy/reverseproxy.go',
    version: '2.6.2, v2.11.4',
  },
  pattern: new RegExp(`^${timedOut}$`),
  adds: (_, event) => ({ ...said(event) }),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"net/http: timeout awaiting response headers","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/slow","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":1.005684461,"status":504,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { status: 504, elapsed: 1_006, target: '/slow' },
      from: 'captured, Caddy 2.6.2',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"dial tcp 192.0.2.37:8080: i/o timeout","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      because: 'no connection was made in time',
    },
  ],
});
