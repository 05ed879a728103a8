import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseOf } from '#lib/catalogue/define-nginx.ts';

export const nginxCertificateRefused = defineSymptom({
  id: 'nginx/certificate-refused',
  formats: ['nginx-error'],
  needles: ['SSL handshaking to upstream', 'SSL_read() failed', 'SSL_write() failed'],
  means: "The backend refused nginx's client certificate, or asked for one and got none.",
  provenance: { project: 'nginx', file: 'src/event/ngx_event_openssl.c', version: 'release-1.31.4' },
  // In TLS 1.3 the refusal comes after nginx considers the handshake done.
  pattern:
    /^SSL_(?:do_handshake|read|write)\(\) failed \(SSL: [^)]*(?:alert|ALERT)[ _](?<reason>bad certificate|unsupported certificate|certificate [a-z]+|unknown ca|access denied|no certificate|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_[A-Z]+|UNKNOWN_CA|ACCESS_DENIED)(?:: ?SSL alert number \d+)?\) while [A-Za-z ]+ upstream/,
  adds: (_, event) => ({ ...phaseOf(event), by: 'other' }),
  basis: 'stated',
  points: [{ cause: 'connection-rejected', strength: 'strong' }],
  samples: [
    {
      line: '2026/11/24 23:32:06 [crit] 28796#28796: *3 SSL_read() failed (SSL: error:0A00045C:SSL routines::tlsv13 alert certificate required:SSL alert number 116) while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /mtls HTTP/1.1", upstream: "https://127.0.0.1:18701/mtls", host: "shop.example.com"',
      gives: { phase: 'header', by: 'other', reason: 'certificate required', upstream: '127.0.0.1:18701' },
      from: 'captured, nginx 1.22.1 with OpenSSL 3.0',
    },
    {
      line: '2026/11/22 11:54:42 [error] 71#71: *1 SSL_do_handshake() failed (SSL: error:0A000418:SSL routines::tlsv1 alert unknown ca:SSL alert number 48) while SSL handshaking to upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "https://192.0.2.37:8443/", host: "shop.example.com"',
      gives: { phase: 'connect', reason: 'unknown ca' },
      from: 'rebuilt from the template, nginx 1.31.4 with OpenSSL 3.0',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:42 [info] 71#71: *1 SSL_do_handshake() failed (SSL: error:0A000416:SSL routines::sslv3 alert certificate unknown:SSL alert number 46) while SSL handshaking, client: 192.0.2.9, server: 0.0.0.0:443',
      because: 'a client that does not trust our certificate',
    },
  ],
});
