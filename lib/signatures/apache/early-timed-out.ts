import { defineAside } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheEarlyTimedOut = defineAside({
  id: 'apache/early-timed-out',
  formats: ['apache-error'],
  needles: ['(70007)'],
  means: 'httpd 2.2 gave up waiting for the backend; the backend had not closed.',
  provenance: { ...httpd('mod_proxy_http.c, ap_proxy_http_process_response'), version: '2.2.34' },
  pattern:
    /^\(70007\)[^:]*: proxy: (?:error reading status line from remote server (?<upstream>[^\s,]+)|error reading response$|pass request body failed to )/,
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] (70007)The timeout specified has expired: proxy: error reading status line from remote server app.example.com:8080',
      gives: { upstream: 'app.example.com:8080', client: '192.0.2.9' },
      from: 'rebuilt from the template, Apache httpd 2.2.34 modules/proxy/mod_proxy_http.c',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] (104)Connection reset by peer: proxy: error reading status line from remote server app.example.com:70007',
      because: 'the backend reset; the number is a port',
    },
  ],
});
