import { defineSymptom } from '#lib/catalogue/define.ts';
import { ended, endedBy, httpd } from '#lib/catalogue/define-apache.ts';

export const apacheEarlyStatusLine = defineSymptom({
  id: 'apache/early-status-line',
  formats: ['apache-error'],
  needles: ['proxy: error reading status line from remote server '],
  means: 'The backend closed the connection before the first line of its response had come (httpd 2.2).',
  provenance: { ...httpd('mod_proxy_http.c, ap_proxy_http_process_response'), version: '2.2.34' },
  pattern: new RegExp(
    `^(?:${ended})?proxy: error reading status line from remote server (?<upstream>[^\\s,]+)`,
  ),
  // What it says of the path afterwards, it says in a line that only its client would tie to this one.
  adds: ({ code }) => ({ phase: 'header', ...(code === undefined ? { by: 'other' } : endedBy(code)) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] (104)Connection reset by peer: proxy: error reading status line from remote server app.example.com:8080',
      gives: {
        phase: 'header',
        by: 'reset',
        code: 104,
        upstream: 'app.example.com:8080',
        client: '192.0.2.9',
      },
      from: 'rebuilt from the template, Apache httpd 2.2.34 modules/proxy/mod_proxy_http.c',
    },
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] (20014)Internal error: proxy: error reading status line from remote server app.example.com:8080',
      gives: { phase: 'header', by: 'fin', code: 20_014 },
      from: 'rebuilt from the template, Apache httpd 2.2.34 modules/proxy/mod_proxy_http.c',
    },
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] proxy: error reading status line from remote server app.example.com, referer: https://shop.example.com/',
      gives: { phase: 'header', by: 'other', upstream: 'app.example.com' },
      from: 'rebuilt from the template, Apache httpd 2.2.6 modules/proxy/mod_proxy_http.c',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] proxy: Error reading from remote server returned by /cart',
      because: 'it follows the line that says how, and follows a timeout as well',
    },
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] (70007)The timeout specified has expired: proxy: error reading status line from remote server app.example.com:8080',
      because: 'time ran out',
    },
  ],
});
