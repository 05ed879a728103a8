import { defineSymptom } from '#lib/catalogue/define.ts';

export const nginxHandshakeFailed = defineSymptom({
  id: 'nginx/handshake-failed',
  formats: ['nginx-error'],
  needles: ['SSL handshaking to upstream'],
  means: 'nginx and the backend could not agree on a TLS connection.',
  provenance: { project: 'nginx', file: 'src/event/ngx_event_openssl.c', version: 'release-1.31.4' },
  pattern:
    /^SSL_do_handshake\(\) failed \((?:SSL: )?(?![^)]*(?:wrong version number|WRONG_VERSION_NUMBER|unknown protocol|packet length too long|record layer failure|alert[ _]|ALERT[ _]))[^)]*\) while SSL handshaking to upstream/,
  adds: { phase: 'connect', by: 'other' },
  basis: 'stated',
  points: [{ cause: 'protocol-mismatch', strength: 'supporting' }],
  samples: [
    {
      line: '2026/11/22 11:54:42 [error] 71#71: *1 SSL_do_handshake() failed (SSL: error:0A000102:SSL routines::unsupported protocol) while SSL handshaking to upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "https://192.0.2.37:8443/", host: "shop.example.com"',
      gives: { phase: 'connect', by: 'other', upstream: '192.0.2.37:8443' },
      from: 'rebuilt from the template, nginx 1.31.4 with OpenSSL 3.0',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:42 [crit] 71#71: *1 SSL_do_handshake() failed (SSL: error:0A00006C:SSL routines::bad key share) while SSL handshaking, client: 192.0.2.9, server: 0.0.0.0:443',
      because: 'the handshake with a client',
    },
  ],
});
