import { defineAside } from '#lib/catalogue/define.ts';
import {
  haproxyFormats,
  haproxyStates,
  persistent,
  stateNeedles,
  whenEnded,
} from '#lib/catalogue/define-haproxy.ts';

export const haproxyServerTimeout = defineAside({
  id: 'haproxy/server-timeout',
  formats: haproxyFormats,
  needles: ['504', ...stateNeedles('sD', ...persistent), 'sL--'],

  means:
    '`timeout server` passed while HAProxy waited for the response, its rest, or data on a tunnel (sH, sD, sL).',
  provenance: haproxyStates,
  reads: whenEnded(({ state, mode }) =>
    !/^s[HDL]$/.test(state)
      ? undefined
      : { phase: mode === 'tcp' ? 'tunnel' : state === 'sH' ? 'header' : 'body' },
  ),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '127.0.0.1:43852 [22/Nov/2026:11:58:05.818] plain be/s1 0/0/0/-1/3001 504 0 - - sH-- 1/1/0/0/0 0/0 "GET /slow HTTP/1.1"',
      gives: { phase: 'header', status: 504, elapsed: 3001 },
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: '127.0.0.1:48130 [27/Nov/2026:04:01:43.280] ck be_ck/s1 0/0/0/-1/2001 504 198 - - sHNN 3/1/0/0/0 0/0 {curl/7.88.1} "GET /slow HTTP/1.1"',
      gives: { phase: 'header' },
      from: 'captured, HAProxy 2.6.12',
    },
    {
      line: '127.0.0.1:50188 [27/Nov/2026:04:01:43.736] tcp be_tcp/s1 1/0/2000 0 sD 2/2/1/1/0 0/0',
      gives: { phase: 'tunnel', elapsed: 1999 },
      from: 'captured, HAProxy 2.6.12',
    },
    {
      line: '{"accept":"22/Nov/2026:11:57:56.711","ts":1795348676.711,"client":"127.0.0.1:59248","frontend":"json","backend":"be","server":"s1","TR":0,"Tw":0,"Tc":0,"Tr":-1,"Ta":3000,"status":504,"bytes_read":0,"term":"sH--","retries":"0","method":"GET","path":"/slow","req":"GET /slow HTTP/1.1"}',
      gives: { phase: 'header', elapsed: 3000 },
      from: 'captured, HAProxy 3.4.0',
      format: 'haproxy-json',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1:37746 [22/Nov/2026:11:57:54.411] plain be/s1 0/0/0/0/151 200 174 - - SD-- 1/1/0/0/0 0/0 "GET /sD-- HTTP/1.1"',
      because: 'a capital S is the server itself',
    },
  ],
});
