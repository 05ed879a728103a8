import { defineSymptom } from '#lib/catalogue/define.ts';
import { handshakePlainText, said } from '#lib/catalogue/define-go.ts';

export const caddyHandshakePlainText = defineSymptom({
  id: 'caddy/handshake-plain-text',
  formats: ['caddy'],
  needles: ['does not look like a TLS handshake', 'server gave HTTP response to HTTPS client'],
  means: 'Caddy spoke TLS to a port that answered in plain text.',
  provenance: {
    project: 'Caddy',
    file: 'modules/caddyhttp/reverseproxy/reverseproxy.go; Go crypto/tls/conn.go, net/http/transport.go',
    version: 'v2.11.7',
  },
  pattern: new RegExp(`^${handshakePlainText}$`),
  adds: (_, event) => ({ ...said(event), phase: 'connect', by: 'other' }),
  basis: 'stated',
  points: [{ cause: 'protocol-mismatch', strength: 'decisive' }],
  samples: [
    {
      line: '{"level":"error","ts":1795781079.7600405,"logger":"http.log.error","msg":"tls: first record does not look like a TLS handshake","request":{"remote_ip":"127.0.0.1","remote_port":"53790","client_ip":"127.0.0.1","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/api/products/381","headers":{"Connection":["close"],"User-Agent":["okhttp/4.12.0"]}},"duration":0.000145142,"status":502,"err_id":"xpqfcryvx","err_trace":"reverseproxy.statusError (reverseproxy.go:1695)"}',
      gives: { phase: 'connect', by: 'other', method: 'GET' },
      from: 'captured, Caddy 2.11.7',
    },
    {
      line: '{"level":"error","ts":1795781079.7600405,"logger":"http.log.error","msg":"http: server gave HTTP response to HTTPS client","request":{"remote_ip":"127.0.0.1","remote_port":"53790","client_ip":"127.0.0.1","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/api/products/381","headers":{"Connection":["close"],"User-Agent":["okhttp/4.12.0"]}},"duration":0.000145142,"status":502,"err_id":"xpqfcryvx","err_trace":"reverseproxy.statusError (reverseproxy.go:1695)"}',
      gives: { phase: 'connect', by: 'other' },
      from: 'rebuilt from the template, Go 1.26',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"error","ts":1795781079.7600405,"logger":"http.log.error","msg":"dial tcp: lookup server gave HTTP response to HTTPS client: no such host","request":{"remote_ip":"127.0.0.1","remote_port":"53790","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/"},"duration":0.0001,"status":502}',
      because: 'the words stand in a name',
    },
  ],
});
