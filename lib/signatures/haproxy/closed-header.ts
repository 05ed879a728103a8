import { defineSymptom } from '#lib/catalogue/define.ts';
import { haproxyFormats, haproxyStates, whenServerClosed } from '#lib/catalogue/define-haproxy.ts';

export const haproxyClosedHeader = defineSymptom({
  id: 'haproxy/closed-header',
  formats: haproxyFormats,
  needles: ['502'],
  means: 'The server closed or reset the connection before HAProxy had the whole response header (SH).',
  provenance: haproxyStates,
  reads: whenServerClosed(({ state, mode }) =>
    state === 'SH' && mode === 'http' ? { phase: 'header' } : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '127.0.0.1:52996 [22/Nov/2026:11:57:52.558] plain be/s1 0/0/0/-1/54 502 0 - - SH-- 1/1/0/0/0 0/0 "GET /hdr/fin HTTP/1.1"',
      gives: {
        phase: 'header',
        by: 'other',
        status: 502,
        upstream: 'be/s1',
        elapsed: 54,
        method: 'GET',
        target: '/hdr/fin',
        client: '127.0.0.1',
      },
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: '127.0.0.1:46076 [22/Nov/2026:12:16:40.670] plain be/s1 0/0/0/-1/51 502 0 SH-- 1/1/0/0/0 "GET /hdr/rst HTTP/1.1" bc_err=48/ERESET reused=0 te={,,e1,S5s1,E6E1,M6M1,F3}',
      gives: { phase: 'header', by: 'reset' },
      from: 'captured, HAProxy 3.4.0, a log-format with bc_err',
    },
    {
      line: '127.0.0.1:46070 [22/Nov/2026:12:16:40.607] plain be/s1 0/0/0/-1/51 502 0 SH-- 1/1/0/0/0 "GET /hdr/fin HTTP/1.1" bc_err=0/- reused=0 te={,,e1,S5s1,E5E1,M5M1,F2F1}',
      gives: { phase: 'header', by: 'fin' },
      from: 'captured, HAProxy 3.4.0, a log-format with bc_err',
    },
    {
      line: '192.0.2.9:46070 [22/Nov/2026:12:16:40.607] plain be/s1 0/0/0/-1/1 502 0 SH-- 1/1/0/0/0 "POST /pay HTTP/1.1" bc_err=48/ERESET reused=1',
      gives: { by: 'reset', elapsed: 1, reused: true },
      from: 'rebuilt from the template, HAProxy 3.4.0, a log-format with bc_err and bc_reused',
    },
    {
      line: '127.0.0.1:50770 [22/Nov/2026:11:58:01.071] retry be_retry/s2 0/153/1/-1/204 502 0 - - SH-- 1/1/0/0/+3 0/0 "GET /hdr/fin HTTP/1.1"',
      gives: { upstream: 'be_retry/s2', elapsed: 50, attempt: 4 },
      from: 'captured, HAProxy 3.4.0, the last of four attempts',
    },
    {
      line: '127.0.0.1:48044 [27/Nov/2026:04:01:40.166] ck be_ck/s1 0/0/0/-1/56 502 209 - - SHVN 1/1/0/0/0 0/0 {curl/7.88.1} "GET /hdr/fin HTTP/1.1"',
      gives: { phase: 'header', elapsed: 56 },
      from: 'captured, HAProxy 2.6.12, with a persistence cookie',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:58:13 +0000] "GET /hdr/fin HTTP/1.1" 502 0 "" "" 56694 793 "clf" "be" "s1" 0 0 0 -1 50 SH-- 1 1 0 0 0 0 0 "" "" ',
      gives: { phase: 'header', upstream: 'be/s1', elapsed: 50 },
      from: 'captured, HAProxy 3.4.0, option httplog clf',
    },
    {
      line: '{"accept":"22/Nov/2026:11:57:56.063","ts":1795348676.063,"client":"127.0.0.1:59216","frontend":"json","backend":"be","server":"s1","TR":0,"Tw":0,"Tc":0,"Tr":-1,"Ta":54,"status":502,"bytes_read":0,"term":"SH--","retries":"0","method":"GET","path":"/hdr/fin","req":"GET /hdr/fin HTTP/1.1"}',
      gives: { phase: 'header', upstream: 'be/s1', elapsed: 54, status: 502 },
      from: 'captured, HAProxy 3.4.0',
      format: 'haproxy-json',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1:43852 [22/Nov/2026:11:58:05.818] plain be/s1 0/0/0/-1/3001 504 0 - - sH-- 1/1/0/0/0 0/0 "GET /502 HTTP/1.1"',
      because: 'a small s is a time limit of HAProxy’s',
    },
    {
      line: '127.0.0.1:50212 [22/Nov/2026:11:58:05.818] plain be/s1 0/0/0/1/4 502 209 - - ---- 1/1/0/0/0 0/0 "GET /SH-- HTTP/1.1"',
      because: 'the server itself answered 502; the state stands only in the path',
    },
    {
      line: '127.0.0.1:48092 [27/Nov/2026:04:01:41.070] ck be_ck/s2 0/0/0/0/0 502 74 SID=x - SH-- 1/1/0/0/0 0/0 "GET / HTTP/1.1" - --NI 1/1/0/0/0 0/0 {curl/7.88.1} "GET /ok HTTP/1.1"',
      because: 'a cookie of the client’s holds the state',
    },
  ],
});
