import { defineSymptom } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheRequestCut = defineSymptom({
  id: 'apache/request-cut',
  formats: ['apache-error'],
  needles: [
    'AH01084: pass request body failed',
    'AH00868: request failed',
    'AH00876: send failed',
    'AH10098: sending data to',
  ],
  means: 'The backend closed the connection before it had read the whole request.',
  provenance: httpd('proxy_util.c, mod_proxy_ajp.c, mod_proxy_uwsgi.c'),
  pattern:
    /^\((?<code>104|54|32)\)[^:]*: (?:AH01084: pass request body failed to|AH00868: request failed to|AH00876: send failed to|AH10098: sending data to) (?<upstream>\S+)(?: \(| failed$)/,
  adds: { phase: 'request', by: 'reset' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:03:08.171241 2026] [proxy:error] [pid 6158:tid 6173] (104)Connection reset by peer: [client 127.0.0.1:35740] AH01084: pass request body failed to 127.0.0.1:18080 (127.0.0.1)',
      gives: { phase: 'request', by: 'reset', upstream: '127.0.0.1:18080', code: 104 },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:03:09.374980 2026] [proxy:error] [pid 6158:tid 6177] (32)Broken pipe: [client 127.0.0.1:35762] AH01084: pass request body failed to 127.0.0.1:18080 (127.0.0.1)',
      gives: { phase: 'request', by: 'reset', code: 32 },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:03:09.374980 2026] [proxy_uwsgi:error] [pid 6158:tid 6177] (32)Broken pipe: [client 192.0.2.9:35762] AH10098: sending data to app.internal:3031 failed',
      gives: { upstream: 'app.internal:3031', scheme: 'uwsgi' },
      from: 'rebuilt from the template, Apache httpd trunk 2.5.1-dev mod_proxy_uwsgi.c',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:03:07.348842 2026] [proxy:error] [pid 6158:tid 6162] (20014)Internal error (specific information not available): [client 127.0.0.1:41692] AH01084: pass request body failed to 127.0.0.1:18444 (127.0.0.1)',
      because: 'the TLS handshake failed, which AH00898 says next',
    },
    {
      line: '[Sun Nov 22 12:03:08.171297 2026] [proxy_http:error] [pid 6158:tid 6173] [client 127.0.0.1:35740] AH01097: pass request body failed to 127.0.0.1:18080 (127.0.0.1) from 127.0.0.1 ()',
      because: 'says the same a second time, without the reason',
    },
  ],
});
