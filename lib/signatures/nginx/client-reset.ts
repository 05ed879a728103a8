import { defineAside } from '#lib/catalogue/define.ts';
import { brokenPipe } from '#lib/catalogue/define-nginx.ts';

export const nginxClientReset = defineAside({
  id: 'nginx/client-reset',
  formats: ['nginx-error'],
  needles: ['reset by peer) while', 'Broken pipe) while', '(10054: '],
  means: 'The client was gone when nginx wrote the response to it.',
  provenance: { project: 'nginx', file: 'src/os/unix/ngx_writev_chain.c', version: 'release-1.31.4' },
  pattern: new RegExp(
    `^(?:writev|send|sendfilev?|SSL_write|SSL_sendfile|WSASend)\\(\\) failed \\(${brokenPipe}\\) while sending (?:response )?to client`,
  ),
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '2026/11/22 11:55:44 [info] 88#0: *9 writev() failed (32: Broken pipe) while sending to client, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      gives: { upstream: '192.0.2.37:8080', client: '192.0.2.9' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:41 [error] 27036#27036: *69 writev() failed (104: Connection reset by peer) while sending request to upstream, client: 127.0.0.1, server: shop.example.com, request: "POST /ok HTTP/1.1", upstream: "http://127.0.0.1:18500/ok", host: "shop.example.com"',
      because: 'the backend reset',
    },
  ],
});
