import { carriedFields, defineSymptom } from '#lib/catalogue/define.ts';
import { brokenPipe } from '#lib/catalogue/define-nginx.ts';

const failed = new RegExp(
  `^(?:recv|readv|send|writev|SSL_read|SSL_write|WSARecv|WSASend)\\(\\) failed \\(${brokenPipe}\\) while proxying upgraded connection`,
);

export const nginxTunnelReset = defineSymptom({
  id: 'nginx/tunnel-reset',
  formats: ['nginx-error'],
  needles: ['while proxying'],
  means: 'The backend reset a WebSocket or other upgraded connection; an orderly end of one is not logged.',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  // The same words at level info are about the connection of the client.
  reads: (event) =>
    event.fields['level'] === 'info' || !failed.test(event.message)
      ? []
      : [{ says: { ...carriedFields(event), phase: 'tunnel', by: 'reset' }, telling: event.message }],
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 11:54:43 [error] 28338#28338: *145 recv() failed (104: Connection reset by peer) while proxying upgraded connection, client: 127.0.0.1, server: ws.test, request: "GET /ws/rst HTTP/1.1", upstream: "http://127.0.0.1:18080/ws/rst", host: "127.0.0.1:18214"',
      gives: { phase: 'tunnel', by: 'reset', upstream: '127.0.0.1:18080', target: '/ws/rst' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:32:07 [info] 28796#28796: *55 recv() failed (104: Connection reset by peer) while proxying upgraded connection, client: 127.0.0.1, server: shop.example.com, request: "GET /wshold HTTP/1.1", upstream: "http://127.0.0.1:18721/wshold", host: "shop.example.com"',
      because: 'the client reset: its connection logs at level info',
    },
  ],
});
