import { defineSymptom } from '#lib/catalogue/define.ts';

export const nginxHandshakeClosed = defineSymptom({
  id: 'nginx/handshake-closed',
  formats: ['nginx-error'],
  needles: ['SSL handshaking to upstream'],
  means: 'The backend closed the connection during the TLS handshake.',
  provenance: { project: 'nginx', file: 'src/event/ngx_event_openssl.c', version: 'release-1.31.4' },
  pattern:
    /^peer closed connection in SSL handshake(?: \((?<code>\d+): [^)]*\))? while SSL handshaking to upstream/,
  adds: ({ code }) => ({ phase: 'connect', by: code === undefined ? 'fin' : 'reset' }),
  basis: 'stated',
  points: [
    { cause: 'protocol-mismatch', strength: 'supporting' },
    { cause: 'connection-rejected', strength: 'supporting' },
  ],
  samples: [
    {
      line: '2026/11/22 11:54:42 [error] 28338#28338: *133 peer closed connection in SSL handshake while SSL handshaking to upstream, client: 127.0.0.1, server: hsfin.test, request: "GET /hs HTTP/1.1", upstream: "https://127.0.0.1:18444/hs", host: "127.0.0.1:18211"',
      gives: { phase: 'connect', by: 'fin', scheme: 'https', upstream: '127.0.0.1:18444' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/22 11:54:42 [error] 28338#28338: *135 peer closed connection in SSL handshake (104: Connection reset by peer) while SSL handshaking to upstream, client: 127.0.0.1, server: hsrst.test, request: "GET /hs HTTP/1.1", upstream: "https://127.0.0.1:18445/hs", host: "127.0.0.1:18212"',
      gives: { phase: 'connect', by: 'reset', code: 104 },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:42 [info] 28338#28338: *7 peer closed connection in SSL handshake while SSL handshaking, client: 192.0.2.9, server: 0.0.0.0:443',
      because: 'the handshake with a client',
    },
  ],
});
