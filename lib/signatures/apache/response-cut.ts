import { defineSymptom } from '#lib/catalogue/define.ts';
import { ended, endedBy, httpd } from '#lib/catalogue/define-apache.ts';

export const apacheResponseCut = defineSymptom({
  id: 'apache/response-cut',
  formats: ['apache-error'],
  needles: ['AH01110: '],
  means: 'The backend closed the connection in the middle of the response body.',
  provenance: httpd('mod_proxy_http.c, ap_proxy_http_process_response'),
  pattern: new RegExp(`^${ended}AH01110: (?:Network )?error reading response`),
  adds: ({ code }) => ({ phase: 'body', ...endedBy(code) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:02:31.363161 2026] [proxy_http:error] [pid 6158:tid 6171] (70008)Partial results are valid but processing is incomplete: [client 127.0.0.1:50000] AH01110: error reading response',
      gives: { phase: 'body', by: 'fin', code: 70_008, client: '127.0.0.1' },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:02:31.560317 2026] [proxy_http:error] [pid 6158:tid 6172] (104)Connection reset by peer: [client 127.0.0.1:50012] AH01110: error reading response',
      gives: { phase: 'body', by: 'reset' },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:02:31.560317 2026] [proxy_http:error] [pid 6158:tid 6172] (104)Connection reset by peer: [client 192.0.2.9:50012] AH01110: Network error reading response',
      gives: { phase: 'body', by: 'reset' },
      from: 'rebuilt from the template, Apache httpd trunk 2.5.1-dev',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:02:31.363161 2026] [proxy_http:error] [pid 6158:tid 6171] (70007)The timeout specified has expired: [client 192.0.2.9:50000] AH01110: error reading response',
      because: 'httpd gave up waiting for more of the body',
    },
  ],
});
