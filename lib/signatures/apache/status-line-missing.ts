import { defineSymptom } from '#lib/catalogue/define.ts';
import { ended, endedBy, httpd } from '#lib/catalogue/define-apache.ts';

export const apacheStatusLineMissing = defineSymptom({
  id: 'apache/status-line-missing',
  formats: ['apache-error'],
  needles: ['AH01102: error reading status line'],
  means: 'The backend closed the connection before the first line of its response had come.',
  provenance: httpd('mod_proxy_http.c, ap_proxy_http_process_response'),
  pattern: new RegExp(`^${ended}AH01102: error reading status line from remote server (?<upstream>\\S+)`),
  adds: ({ code }) => ({ phase: 'header', ...endedBy(code) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:02:30.685793 2026] [proxy_http:error] [pid 6158:tid 6163] (20014)Internal error (specific information not available): [client 127.0.0.1:49960] AH01102: error reading status line from remote server 127.0.0.1:18080',
      gives: {
        phase: 'header',
        by: 'fin',
        upstream: '127.0.0.1:18080',
        client: '127.0.0.1',
        connection: '6158:6163',
      },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:02:30.778129 2026] [proxy_http:error] [pid 6158:tid 6165] (104)Connection reset by peer: [client 127.0.0.1:49976] AH01102: error reading status line from remote server 127.0.0.1:18080',
      gives: { phase: 'header', by: 'reset', code: 104 },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:02:57.906604 2026] [proxy_http:error] [pid 6158:tid 6176] (70014)End of file found: [client 127.0.0.1:39260] AH01102: error reading status line from remote server 127.0.0.1:18443',
      gives: { phase: 'header', by: 'fin', code: 70_014 },
      from: 'captured, Apache httpd 2.4.71, TLS to the backend',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:03:03.112394 2026] [proxy_http:error] [pid 6158:tid 6178] (70007)The timeout specified has expired: [client 127.0.0.1:41598] AH01102: error reading status line from remote server 127.0.0.1:18080',
      because: 'httpd gave up waiting; the backend had not closed',
    },
  ],
});
