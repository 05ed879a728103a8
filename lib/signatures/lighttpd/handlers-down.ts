import { defineAside } from '#lib/catalogue/define.ts';
import { lighttpdSource, targetOf } from '#lib/catalogue/define-lighttpd.ts';

export const lighttpdHandlersDown = defineAside({
  id: 'lighttpd/handlers-down',
  formats: ['lighttpd-error'],
  needles: [' are down.'],
  means: 'No backend was asked: failed connects had taken every one of them out of use.',
  provenance: lighttpdSource,
  pattern: /^all handlers for (?<target>\/.*) on \S* ?are down\.$/,
  adds: ({ target }) => ({ phase: 'connect', ...targetOf(target) }),
  // A failed connect may stand before it, for the same request.
  basis: 'inferred',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026-11-22 12:08:05: (gw_backend.c.960) all handlers for /refused? on  are down.',
      gives: { phase: 'connect', target: '/refused' },
      from: 'captured, lighttpd 1.4.69',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:08:05: (gw_backend.c.274) establishing connection failed: socket: unix:/run/all are down.: Connection refused',
      because: 'one backend refused',
    },
  ],
});
