import { defineAside } from '#lib/catalogue/define.ts';

export const nginxConnectFailed = defineAside({
  id: 'nginx/connect-failed',
  formats: ['nginx-error'],
  needles: ['while connecting to upstream', 'while proxying'],
  means: 'nginx could not connect to the backend: refused, unreachable, no socket, or its queue was full.',
  provenance: { project: 'nginx', file: 'src/event/ngx_event_connect.c', version: 'release-1.31.4' },
  // Over UDP a refusal is learnt from the first read or write after the packet.
  pattern:
    /^(?:(?:kevent\(\) reported that )?(?:connect|socket|bind)\(?\)?(?: to \S+|\([^)]*\))? failed \((?<code>\d+): [^)]*\) while connecting to upstream|(?:recv|send|sendmsg)\(\) failed \((?:111|61): [^)]*\) while proxying and (?:reading from|sending to) upstream)/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026/11/22 11:54:40 [error] 28338#28338: *127 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: refused.test, request: "GET /refused HTTP/1.1", upstream: "http://127.0.0.1:18099/refused", host: "127.0.0.1:18208"',
      gives: { code: 111, phase: 'connect', upstream: '127.0.0.1:18099', target: '/refused' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/22 11:54:44 [crit] 28338#28338: *157 connect() to unix:tmp/be.sock failed (2: No such file or directory) while connecting to upstream, client: 127.0.0.1, server: unix.test, request: "GET /unix HTTP/1.1", upstream: "http://unix:tmp/be.sock:/unix", host: "127.0.0.1:18217"',
      gives: { code: 2, upstream: 'unix:tmp/be.sock' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:32:07 [error] 28796#28796: *25 connect() to unix:/tmp/full.sock failed (11: Resource temporarily unavailable) while connecting to upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /full HTTP/1.1", upstream: "http://unix:/tmp/full.sock:/full", host: "shop.example.com"',
      gives: { code: 11, upstream: 'unix:/tmp/full.sock' },
      from: 'captured, nginx 1.22.1, the queue of the socket was full',
    },
    {
      line: '2026/11/22 11:54:44 [error] 7#7: *157 connect() failed (113: Host is unreachable) while connecting to upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      gives: { code: 113 },
      from: 'rebuilt from the template, nginx 1.31.4 with musl (Alpine)',
    },
    {
      line: '2026/11/22 11:54:44 [alert] 7#7: *157 socket() failed (24: Too many open files) while connecting to upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      gives: { code: 24 },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
    {
      line: '2026/11/22 11:54:44 [error] 28338#28338: *169 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: 127.0.0.1:18221, upstream: "127.0.0.1:18099", bytes from/to client:0/0, bytes from/to upstream:0/0',
      gives: { code: 111, scheme: 'tcp', upstream: '127.0.0.1:18099' },
      from: 'captured, nginx 1.22.1, stream module',
    },
    {
      line: '2026/11/24 23:30:58 [error] 27036#27036: *87 recv() failed (111: Connection refused) while proxying and reading from upstream, udp client: 127.0.0.1, server: 127.0.0.1:18621, upstream: "127.0.0.1:18598", bytes from/to client:1/0, bytes from/to upstream:0/1',
      gives: { scheme: 'udp', upstream: '127.0.0.1:18598' },
      from: 'captured, nginx 1.22.1, stream module',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:41 [error] 28338#28338: recv() failed (111: Connection refused) while resolving, resolver: 127.0.0.1:18097',
      because: 'the name server refused; the request that needed it has a line of its own',
    },
  ],
});
