import { defineAside } from '#lib/catalogue/define.ts';
import { lighttpdSource } from '#lib/catalogue/define-lighttpd.ts';

export const lighttpdTimedOut = defineAside({
  id: 'lighttpd/timed-out',
  formats: ['lighttpd-error'],
  needles: ['timeout on socket: '],
  means: 'lighttpd gave up waiting for the backend; the backend had not closed.',
  provenance: lighttpdSource,
  pattern: /^(?<reason>read|write|connect) timeout on socket: (?:tcp:)?(?<upstream>\S+) \(fd: \d+\)/,
  adds: ({ reason }) => ({
    phase: reason === 'read' ? 'header' : reason === 'write' ? 'request' : 'connect',
  }),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026-11-22 12:08:07: (gw_backend.c.2708) read timeout on socket: tcp:127.0.0.1:18080 (fd: 15)',
      gives: { phase: 'header', upstream: '127.0.0.1:18080', reason: 'read' },
      from: 'captured, lighttpd 1.4.69',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:08:05: (gw_backend.c.960) all handlers for /read timeout on socket: tcp:203.0.113.9:80 (fd: 15)? on  are down.',
      because: 'the words are part of the path',
    },
  ],
});
