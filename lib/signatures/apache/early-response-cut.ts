import { defineSymptom } from '#lib/catalogue/define.ts';
import { ended, endedBy, httpd } from '#lib/catalogue/define-apache.ts';

export const apacheEarlyResponseCut = defineSymptom({
  id: 'apache/early-response-cut',
  formats: ['apache-error'],
  needles: ['proxy: error reading response'],
  means: 'The connection with the backend ended in the middle of the response (httpd 2.2).',
  provenance: { ...httpd('mod_proxy_http.c, ap_proxy_http_process_response'), version: '2.2.34' },
  pattern: new RegExp(`^${ended}proxy: error reading response$`),
  adds: ({ code }) => ({ phase: 'body', ...endedBy(code) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] (104)Connection reset by peer: proxy: error reading response',
      gives: { phase: 'body', by: 'reset', code: 104, client: '192.0.2.9' },
      from: 'rebuilt from the template, Apache httpd 2.2.34 modules/proxy/mod_proxy_http.c',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] (70007)The timeout specified has expired: proxy: error reading response',
      because: 'time ran out',
    },
  ],
});
