import { defineSymptom } from '#lib/catalogue/define.ts';
import { lighttpdSource, place, socket, targetOf } from '#lib/catalogue/define-lighttpd.ts';

export const lighttpdResponseNotReceived = defineSymptom({
  id: 'lighttpd/response-not-received',
  formats: ['lighttpd-error'],
  needles: ['response not received, '],
  means:
    'The backend failed before its response had come; the line before it says a reset or, for FastCGI, an orderly close.',
  provenance: lighttpdSource,
  pattern: new RegExp(
    `^(?:response not received, request sent: (?<sent>\\d+) on|closing connection; response not received, but (?:request sent|too many retries) on) ${socket} for ${place}`,
  ),
  adds: ({ target }) => ({ phase: 'header', by: 'other', ...targetOf(target) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026-11-22 12:07:49: (gw_backend.c.2389) response not received, request sent: 212 on socket: tcp:127.0.0.1:18080 for /hdr/rst?, closing connection',
      gives: { phase: 'header', by: 'other', upstream: '127.0.0.1:18080', target: '/hdr/rst', sent: 212 },
      from: 'captured, lighttpd 1.4.69',
    },
    {
      line: '2026-11-22 12:07:49: (gw_backend.c.2482) closing connection; response not received, but request sent on socket: unix:/run/app.sock (pid:4711) for shop.example.com /cart?item=7',
      gives: {
        phase: 'header',
        upstream: 'unix:/run/app.sock',
        host: 'shop.example.com',
        target: '/cart?item=7',
      },
      from: 'rebuilt from the template, lighttpd 1.4.86',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:07:49: (gw_backend.c.2480) reconnecting; response not received, request not sent on socket: tcp:192.0.2.37:8080 for shop.example.com /cart?',
      because: 'nothing had been sent, and lighttpd tries again',
    },
    {
      line: '2026-11-22 12:07:49: (http-header-glue.c.1341) read() 14 15: Connection reset by peer',
      because: 'the next line says of which request and backend',
    },
    {
      line: '2026-11-22 12:08:03: (mod_fastcgi.c.360) unexpected end-of-file (perhaps the fastcgi process died):pid: 0 socket: tcp:127.0.0.1:19000',
      because: 'the next line says of which request, and whether an answer had begun',
    },
  ],
});
