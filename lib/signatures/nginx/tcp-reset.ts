import { defineSymptom } from '#lib/catalogue/define.ts';
import { brokenPipe } from '#lib/catalogue/define-nginx.ts';

export const nginxTcpReset = defineSymptom({
  id: 'nginx/tcp-reset',
  formats: ['nginx-error'],
  needles: ['while proxying'],
  means: 'The backend reset a TCP connection that the stream module proxied.',
  provenance: {
    project: 'nginx',
    file: 'src/stream/ngx_stream_proxy_module.c',
    version: 'release-1.31.4',
  },
  pattern: new RegExp(
    `^(?:recv|readv|send|writev|SSL_read|SSL_write|WSARecv|WSASend)\\(\\) failed \\(${brokenPipe}\\) while proxying and (?:reading from|sending to) upstream`,
  ),
  adds: { phase: 'tunnel', by: 'reset' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 11:54:44 [error] 28338#28338: *165 recv() failed (104: Connection reset by peer) while proxying and reading from upstream, client: 127.0.0.1, server: 127.0.0.1:18220, upstream: "127.0.0.1:18080", bytes from/to client:86/0, bytes from/to upstream:0/86',
      gives: { phase: 'tunnel', by: 'reset', scheme: 'tcp', upstream: '127.0.0.1:18080' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:44 [info] 28338#28338: *165 recv() failed (104: Connection reset by peer) while proxying and reading from client, client: 127.0.0.1, server: 127.0.0.1:18220, upstream: "127.0.0.1:18080", bytes from/to client:86/0, bytes from/to upstream:0/86',
      because: 'the client reset',
    },
    {
      line: '2026/11/24 23:30:58 [error] 27036#27036: *87 recv() failed (111: Connection refused) while proxying and reading from upstream, udp client: 127.0.0.1, server: 127.0.0.1:18621, upstream: "127.0.0.1:18598", bytes from/to client:1/0, bytes from/to upstream:0/1',
      because: 'nothing listens on the UDP port',
    },
  ],
});
