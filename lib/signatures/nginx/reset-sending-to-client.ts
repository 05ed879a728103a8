import { carriedFields, defineSymptom } from '#lib/catalogue/define.ts';
import { reset } from '#lib/catalogue/define-nginx.ts';

const read = new RegExp(
  `^(?:recv|readv|WSARecv|SSL_read)\\(\\) failed \\(${reset}\\) while sending to client`,
);

export const nginxResetSendingToClient = defineSymptom({
  id: 'nginx/reset-sending-to-client',
  formats: ['nginx-error'],
  needles: ['reset by peer) while', '(10054: '],
  means: 'The backend reset the connection in the middle of the body, as nginx was busy with a slow client.',
  provenance: { project: 'nginx', file: 'src/event/ngx_event_pipe.c', version: 'release-1.31.4' },
  // What fails on the client's side is logged at level info.
  reads: (event) =>
    event.fields['level'] === 'info' || !event.fields['upstream'] || !read.test(event.message)
      ? []
      : [{ says: { ...carriedFields(event), phase: 'body', by: 'reset' }, telling: event.message }],
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 11:54:11 [error] 88#0: *41 readv() failed (104: Connection reset by peer) while sending to client, client: 192.0.2.9, server: files.example.com, request: "GET /archive.tar HTTP/1.1", upstream: "http://192.0.2.37:8080/archive.tar", host: "files.example.com"',
      gives: { phase: 'body', by: 'reset', upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:11 [info] 88#0: *41 recv() failed (104: Connection reset by peer) while sending to client, client: 192.0.2.9, server: files.example.com, request: "POST /archive.tar HTTP/1.1", upstream: "http://192.0.2.37:8080/archive.tar", host: "files.example.com"',
      because: 'at level info it is the connection of the client',
    },
    {
      line: '2026/11/22 11:54:11 [info] 88#0: *41 writev() failed (104: Connection reset by peer) while sending to client, client: 192.0.2.9, server: files.example.com, request: "GET /archive.tar HTTP/1.1", upstream: "http://192.0.2.37:8080/archive.tar", host: "files.example.com"',
      because: 'a write while sending to the client goes to the client',
    },
  ],
});
