import { defineAside } from '#lib/catalogue/define.ts';
import { lighttpdSource } from '#lib/catalogue/define-lighttpd.ts';

export const lighttpdConnectFailed = defineAside({
  id: 'lighttpd/connect-failed',
  formats: ['lighttpd-error'],
  needles: ['establishing connection failed: '],
  means: 'lighttpd could not connect to the backend.',
  provenance: lighttpdSource,
  pattern: /^establishing connection failed: socket: (?:tcp:)?(?<upstream>\S+): (?<reason>[A-Z][\w ]{3,60})$/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026-11-22 12:08:05: (gw_backend.c.274) establishing connection failed: socket: tcp:127.0.0.1:18099: Connection refused',
      gives: { phase: 'connect', upstream: '127.0.0.1:18099', reason: 'Connection refused' },
      from: 'captured, lighttpd 1.4.69',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:08:07: (gw_backend.c.351) gw-server re-enabled: tcp:127.0.0.1:18099 127.0.0.1 18099 ',
      because: 'the backend is asked again',
    },
  ],
});
