import { defineAside } from '#lib/catalogue/define.ts';
import { badResponse, said } from '#lib/catalogue/define-go.ts';

export const caddyBadResponse = defineAside({
  id: 'caddy/bad-response',
  formats: ['caddy'],
  needles: ['malformed HTTP'],
  means: 'The backend answered with something that is no HTTP response of the kind asked for.',
  provenance: {
    project: 'Caddy',
    file: 'modules/caddyhttp/reverseproxy/reverseproxy.go',
    version: '2.6.2, v2.11.4',
  },
  pattern: new RegExp(`^${badResponse}$`),
  adds: (_, event) => ({ ...said(event), phase: 'header' }),
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"net/http: HTTP/1.x transport connection broken: malformed HTTP response \\"SSH-2.0-OpenSSH_9.2\\"","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { phase: 'header' },
      from: 'rebuilt from the template, Caddy 2.6.2',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: \\"Content-Ty\\"","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      because: 'a header that was cut off',
    },
  ],
});
