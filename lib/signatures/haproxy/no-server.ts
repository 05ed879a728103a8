import { defineAside } from '#lib/catalogue/define.ts';
import { haproxyFormats, haproxyStates, whenEnded } from '#lib/catalogue/define-haproxy.ts';

export const haproxyNoServer = defineAside({
  id: 'haproxy/no-server',
  formats: haproxyFormats,
  needles: ['503'],
  means: 'Every server of the backend was down or in maintenance, so none was chosen (SC with <NOSRV>).',
  provenance: haproxyStates,
  reads: whenEnded(({ state, serverless }) =>
    state === 'SC' && serverless ? { phase: 'connect' } : undefined,
  ),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '127.0.0.1:35004 [22/Nov/2026:11:58:05.770] down be_down/<NOSRV> 0/-1/-1/-1/0 503 0 - - SC-- 1/1/0/0/0 0/0 "GET /down HTTP/1.1"',
      gives: { phase: 'connect', status: 503 },
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: '127.0.0.1:57044 [27/Nov/2026:04:01:50.488] ck be_ck/<NOSRV> 0/-1/-1/-1/0 503 217 - - SCNN 1/1/0/0/0 0/0 {curl/7.88.1} "GET /ok HTTP/1.1"',
      gives: { phase: 'connect' },
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1:42026 [22/Nov/2026:11:58:15.364] plain plain/<NOSRV> -1/-1/-1/-1/0 503 0 - - PR-- 1/1/0/0/0 0/0 "<BADREQ>"',
      because: 'HAProxy refused the request',
    },
  ],
});
