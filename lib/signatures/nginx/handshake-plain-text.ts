import { defineSymptom } from '#lib/catalogue/define.ts';

export const nginxHandshakePlainText = defineSymptom({
  id: 'nginx/handshake-plain-text',
  formats: ['nginx-error'],
  needles: ['SSL handshaking to upstream'],
  means: 'nginx spoke TLS to a port that answered in plain text.',
  provenance: { project: 'nginx', file: 'src/event/ngx_event_openssl.c', version: 'release-1.31.4' },
  pattern:
    /^SSL_do_handshake\(\) failed \(SSL: [^)]*(?:wrong version number|WRONG_VERSION_NUMBER|unknown protocol|packet length too long|record layer failure)\b[^)]*\) while SSL handshaking to upstream/,
  adds: { phase: 'connect', by: 'other' },
  basis: 'stated',
  points: [{ cause: 'protocol-mismatch', strength: 'decisive' }],
  samples: [
    {
      line: '2026/11/24 23:32:06 [error] 28796#28796: *1 SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking to upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /plain HTTP/1.1", upstream: "https://127.0.0.1:18700/plain", host: "shop.example.com"',
      gives: { phase: 'connect', by: 'other', scheme: 'https', upstream: '127.0.0.1:18700' },
      from: 'captured, nginx 1.22.1 with OpenSSL 3.0',
    },
    {
      line: '2018/11/22 11:54:42 [error] 71#71: *1 SSL_do_handshake() failed (SSL: error:140770FC:SSL routines:SSL23_GET_SERVER_HELLO:unknown protocol) while SSL handshaking to upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "https://192.0.2.37:8080/", host: "shop.example.com"',
      gives: { phase: 'connect', by: 'other' },
      from: 'rebuilt from the template, nginx 1.14 with OpenSSL 1.0.2',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:42 [info] 71#71: *1 SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking, client: 192.0.2.9, server: 0.0.0.0:443',
      because: 'a client that does not speak TLS',
    },
  ],
});
