import { defineSymptom } from '#lib/catalogue/define.ts';
import {
  anyPersistent,
  haproxyFormats,
  haproxyStates,
  stateNeedles,
  whenServerClosed,
} from '#lib/catalogue/define-haproxy.ts';

export const haproxyClosedRequest = defineSymptom({
  id: 'haproxy/closed-request',
  formats: haproxyFormats,
  needles: stateNeedles('SD', ...anyPersistent),

  means:
    'The server reset the connection while HAProxy was still sending the request (SD, and no response header).',
  provenance: haproxyStates,
  reads: whenServerClosed(({ state, mode, answered }) =>
    state === 'SD' && mode === 'http' && !answered ? { phase: 'request' } : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '127.0.0.1:52944 [22/Nov/2026:11:57:49.609] plain be/s1 0/0/0/-1/301 -1 0 - - SD-- 2/2/1/1/0 0/0 "POST /unread HTTP/1.1"',
      gives: { phase: 'request', elapsed: 301, method: 'POST' },
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1:42010 [22/Nov/2026:11:58:15.293] plain be/s1 0/0/0/-1/0 502 0 - - SH-- 1/1/0/0/0 0/0 "POST /early/SD-- HTTP/1.1"',
      because: '3.4 says SH for the same reset',
    },
  ],
});
