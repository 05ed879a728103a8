import { defineAside } from '#lib/catalogue/define.ts';
import {
  haproxyFormats,
  haproxyStates,
  persistent,
  stateNeedles,
  whenEnded,
} from '#lib/catalogue/define-haproxy.ts';

export const haproxyClientClosed = defineAside({
  id: 'haproxy/client-closed',
  formats: haproxyFormats,
  needles: [
    'CC--',
    ...stateNeedles('CD', ...persistent),
    ...stateNeedles('CH', ...persistent),
    'CL--',
    'CQ--',
    ' CC ',
    ...stateNeedles('cD', ...persistent),
    'cH--',
    'cL--',
  ],

  means: 'The client left, or was silent until `timeout client` passed (C…, c…).',
  provenance: haproxyStates,
  reads: whenEnded(({ state, serverless }) =>
    /^[Cc][CDHLQ]$/.test(state) && (!serverless || state.endsWith('Q')) ? {} : undefined,
  ),
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '127.0.0.1:54642 [22/Nov/2026:12:17:23.436] plain be/s1 0/0/0/-1/501 400 0 - - CH-- 1/1/0/0/0 0/0 "GET /slow HTTP/1.1"',
      gives: { elapsed: 501, target: '/slow' },
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: '127.0.0.1:56250 [22/Nov/2026:12:17:23.946] plain be/s1 0/0/0/1/51 200 174 - - CD-- 1/1/0/0/0 0/0 "GET /body/clfin HTTP/1.1"',
      gives: { status: 200 },
      from: 'captured, HAProxy 3.4.0',
    },
  ],
  nearMisses: [
    {
      line: '192.0.2.9:42020 [22/Nov/2026:11:58:15.357] plain plain/<NOSRV> -1/-1/-1/-1/0 400 0 - - CR-- 1/1/0/0/0 0/0 "<BADREQ>"',
      because: 'the client left before it had asked for anything',
    },
    {
      line: '127.0.0.1:54638 [22/Nov/2026:12:17:17.349] plain be/s1 0/0/0/-1/3002 504 198 - - sH-- 1/1/0/0/0 0/0 "GET /CH-- HTTP/1.1"',
      because: '2.6 without abortonclose does not see that the client left',
    },
  ],
});
