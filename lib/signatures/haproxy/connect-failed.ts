import { defineAside } from '#lib/catalogue/define.ts';
import { haproxyFormats, haproxyStates, whenEnded } from '#lib/catalogue/define-haproxy.ts';

export const haproxyConnectFailed = defineAside({
  id: 'haproxy/connect-failed',
  formats: haproxyFormats,
  needles: ['503'],
  means:
    'HAProxy could not connect to the server: refused, unreachable, or the TLS handshake was ended (SC).',
  provenance: haproxyStates,
  reads: whenEnded(({ state, serverless }) =>
    state === 'SC' && !serverless ? { phase: 'connect' } : undefined,
  ),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '127.0.0.1:45204 [22/Nov/2026:11:56:49.300] refused be_refused/s1 0/0/-1/-1/3004 503 0 - - SC-- 1/1/0/0/3 0/0 "GET /refused HTTP/1.1"',
      gives: { phase: 'connect', upstream: 'be_refused/s1', elapsed: 3004, attempt: 4 },
      from: 'captured, HAProxy 3.4.0',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1:35004 [22/Nov/2026:11:58:05.770] down be_down/<NOSRV> 0/-1/-1/-1/0 503 0 - - SC-- 1/1/0/0/0 0/0 "GET /down HTTP/1.1"',
      because: 'there was no server to connect to',
    },
  ],
});
