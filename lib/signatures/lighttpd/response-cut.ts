import { defineSymptom } from '#lib/catalogue/define.ts';
import { lighttpdSource, place, socket, targetOf } from '#lib/catalogue/define-lighttpd.ts';

export const lighttpdResponseCut = defineSymptom({
  id: 'lighttpd/response-cut',
  formats: ['lighttpd-error'],
  needles: ['response already sent out, but backend returned error'],
  means: 'The backend failed in the middle of the response body.',
  provenance: lighttpdSource,
  pattern: new RegExp(
    `^(?:terminating connection; )?response already sent out, but backend returned error on ${socket} for ${place}`,
  ),
  adds: ({ target }) => ({ phase: 'body', by: 'other', ...targetOf(target) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026-11-22 12:07:56: (gw_backend.c.2396) response already sent out, but backend returned error on socket: tcp:127.0.0.1:18080 for /body/clrst?, terminating connection',
      gives: { phase: 'body', by: 'other', upstream: '127.0.0.1:18080', target: '/body/clrst' },
      from: 'captured, lighttpd 1.4.69',
    },
    {
      line: '2026-11-22 12:07:56: (gw_backend.c.2484) terminating connection; response already sent out, but backend returned error on socket: tcp:192.0.2.37:8080 for shop.example.com /export?',
      gives: { phase: 'body', host: 'shop.example.com', target: '/export' },
      from: 'rebuilt from the template, lighttpd 1.4.86',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:08:05: (gw_backend.c.960) all handlers for /response already sent out, but backend returned error? on  are down.',
      because: 'the words are part of the path',
    },
  ],
});
