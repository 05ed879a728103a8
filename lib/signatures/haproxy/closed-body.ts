import { defineSymptom } from '#lib/catalogue/define.ts';
import {
  anyPersistent,
  haproxyFormats,
  haproxyStates,
  stateNeedles,
  whenServerClosed,
} from '#lib/catalogue/define-haproxy.ts';

export const haproxyClosedBody = defineSymptom({
  id: 'haproxy/closed-body',
  formats: haproxyFormats,
  needles: stateNeedles('SD', ...anyPersistent),

  means: 'The server closed or reset the connection in the middle of the response (SD).',
  provenance: haproxyStates,
  reads: whenServerClosed(({ state, mode, answered, status }) =>
    state === 'SD' && mode === 'http' && answered ? { phase: status === 101 ? 'tunnel' : 'body' } : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '127.0.0.1:37746 [22/Nov/2026:11:57:54.411] plain be/s1 0/0/0/0/151 200 174 - - SD-- 1/1/0/0/0 0/0 "GET /body/clfin HTTP/1.1"',
      gives: { phase: 'body', by: 'other', status: 200, received: 174, elapsed: 151 },
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: '127.0.0.1:46106 [22/Nov/2026:12:16:40.896] plain be/s1 0/0/0/0/151 200 174 SD-- 1/1/0/0/0 "GET /body/clrst HTTP/1.1" bc_err=48/ERESET reused=0 te={f1,m1,e1,S5s1,E6E1,M6M1,F3}',
      gives: { phase: 'body', by: 'reset' },
      from: 'captured, HAProxy 3.4.0, a log-format with bc_err',
    },
    {
      line: '127.0.0.1:48086 [27/Nov/2026:04:01:40.831] ck be_ck/s1 0/0/0/0/150 200 180 - - SDII 1/1/0/0/0 0/0 {curl/7.88.1} "GET /body/chfin HTTP/1.1"',
      gives: { phase: 'body' },
      from: 'captured, HAProxy 2.6.12',
    },
    {
      line: '{"time":"27/Nov/2026:04:01:43.102","frontend_name":"js","backend_name":"be_ck","server_name":"s1","time_request":0,"time_queue":0,"time_backend_connect":0,"time_backend_response":0,"time_duration":150,"http_status_code":200,"bytes_read":174,"termination_state":"SDVN","client_ip":"127.0.0.1","http_request":"GET /body/clfin HTTP/1.1","user_agent":"curl\\/7.88.1"}',
      gives: { phase: 'body', elapsed: 150 },
      from: 'captured, HAProxy 2.6.12',
      format: 'haproxy-json',
    },
    {
      line: '127.0.0.1:56250 [22/Nov/2026:12:17:23.946] plain be/s1 0/0/0/1/9001 101 174 - - SD-- 1/1/0/0/0 0/0 "GET /socket HTTP/1.1"',
      gives: { phase: 'tunnel', status: 101 },
      from: 'rebuilt from the template, HAProxy 3.4.0 src/log.c',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1:37780 [22/Nov/2026:11:57:55.421] plain be/s1 0/0/0/1/152 200 156 - - ---- 1/1/0/0/0 0/0 "GET /SD-- HTTP/1.1"',
      because: 'a response without a length ends with its connection',
    },
    {
      line: '127.0.0.1:56250 [22/Nov/2026:12:17:23.946] plain be/s1 0/0/0/1/51 200 174 - - CD-- 1/1/0/0/0 0/0 "GET /SD-- HTTP/1.1"',
      because: 'C: the client left',
    },
  ],
});
