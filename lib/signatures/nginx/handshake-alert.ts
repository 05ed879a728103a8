import { defineSymptom } from '#lib/catalogue/define.ts';

export const nginxHandshakeAlert = defineSymptom({
  id: 'nginx/handshake-alert',
  formats: ['nginx-error'],
  needles: ['SSL handshaking to upstream'],
  means:
    'The backend broke off the TLS handshake with an alert: version, cipher, name or a missing certificate.',
  provenance: { project: 'nginx', file: 'src/event/ngx_event_openssl.c', version: 'release-1.31.4' },
  // A server that wants a client certificate says no more than "handshake failure" before TLS 1.3.
  pattern:
    /^SSL_do_handshake\(\) failed \(SSL: [^)]*(?:alert|ALERT)[ _](?!bad cert|unsupported cert|cert|unknown ca|access denied|no cert|BAD_CERT|UNSUPPORTED_CERT|CERT|UNKNOWN_CA|ACCESS_DENIED)(?<reason>[a-z]+(?: [a-z]+)?(?: [a-z]+)?|[A-Z_]+)(?:: ?SSL alert number \d+)?\) while SSL handshaking to upstream/,
  adds: { phase: 'connect', by: 'other' },
  basis: 'stated',
  points: [
    { cause: 'protocol-mismatch', strength: 'strong' },
    { cause: 'connection-rejected', strength: 'supporting' },
  ],
  samples: [
    {
      line: '2026/11/24 23:30:37 [error] 27036#27036: *43 SSL_do_handshake() failed (SSL: error:0A000410:SSL routines::sslv3 alert handshake failure:SSL alert number 40) while SSL handshaking to upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /mtls12 HTTP/1.1", upstream: "https://127.0.0.1:18512/mtls12", host: "shop.example.com"',
      gives: { phase: 'connect', by: 'other', reason: 'handshake failure' },
      from: 'captured, nginx 1.22.1 with OpenSSL 3.0, no client certificate sent',
    },
    {
      line: '2026/11/24 23:30:37 [error] 27036#27036: *45 SSL_do_handshake() failed (SSL: error:0A00042E:SSL routines::tlsv1 alert protocol version:SSL alert number 70) while SSL handshaking to upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /old HTTP/1.1", upstream: "https://127.0.0.1:18513/old", host: "shop.example.com"',
      gives: { phase: 'connect', by: 'other', reason: 'protocol version' },
      from: 'captured, nginx 1.22.1 with OpenSSL 3.0',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:42 [info] 71#71: *1 SSL_do_handshake() failed (SSL: error:0A000416:SSL routines::sslv3 alert certificate unknown:SSL alert number 46) while SSL handshaking, client: 192.0.2.9, server: 0.0.0.0:443',
      because: 'the alert of a client',
    },
  ],
});
