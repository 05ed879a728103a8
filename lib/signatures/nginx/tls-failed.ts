import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseOf } from '#lib/catalogue/define-nginx.ts';

export const nginxTlsFailed = defineSymptom({
  id: 'nginx/tls-failed',
  formats: ['nginx-error'],
  needles: ['SSL_read() failed', 'SSL_write() failed'],
  means: 'The TLS connection to the backend broke after its handshake: what came was not valid TLS.',
  provenance: { project: 'nginx', file: 'src/event/ngx_event_openssl.c', version: 'release-1.31.4' },
  pattern:
    /^SSL_(?:read|write)\(\) failed \(SSL: (?![^)]*(?:alert|ALERT)[ _](?:bad cert|unsupported cert|cert|unknown ca|access denied|no cert|BAD_CERT|UNSUPPORTED_CERT|CERT|UNKNOWN_CA|ACCESS_DENIED))[^)]*\) while (?:sending request to|reading response header from|reading) upstream/,
  adds: (_, event) => ({ ...phaseOf(event), by: 'other' }),
  basis: 'stated',
  points: [{ cause: 'protocol-mismatch', strength: 'supporting' }],
  samples: [
    {
      line: '2026/11/24 23:32:06 [error] 28796#28796: *5 SSL_read() failed (SSL: error:0A00010B:SSL routines::wrong version number) while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /garbage HTTP/1.1", upstream: "https://127.0.0.1:18702/garbage", host: "shop.example.com"',
      gives: { phase: 'header', by: 'other', upstream: '127.0.0.1:18702' },
      from: 'captured, nginx 1.22.1 with OpenSSL 3.0',
    },
    {
      line: '2026/11/24 23:32:06 [crit] 28796#28796: *7 SSL_read() failed (SSL: error:1C800066:Provider routines::cipher operation failed error:0A000119:SSL routines::decryption failed or bad record mac) while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /badmac HTTP/1.1", upstream: "https://127.0.0.1:18703/badmac", host: "shop.example.com"',
      gives: { phase: 'header', by: 'other' },
      from: 'captured, nginx 1.22.1 with OpenSSL 3.0',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:42 [info] 71#71: *1 SSL_read() failed (SSL: error:0A000126:SSL routines::unexpected eof while reading) while keepalive, client: 192.0.2.9, server: 0.0.0.0:443',
      because: 'the connection of a client',
    },
  ],
});
