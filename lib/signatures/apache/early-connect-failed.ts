import { defineAside } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheEarlyConnectFailed = defineAside({
  id: 'apache/early-connect-failed',
  formats: ['apache-error'],
  needles: ['attempt to connect to '],
  means: 'httpd 2.2 could not connect to the backend: refused, unreachable, or too slow.',
  provenance: { ...httpd('proxy_util.c, ap_proxy_connect_to_backend'), version: '2.2.34' },
  pattern:
    /^\((?<code>\d+)\)[^:]*: proxy: [A-Z]{3,5}: attempt to connect to (?<upstream>\S+) \([^)]*\) failed$/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] (111)Connection refused: proxy: HTTP: attempt to connect to 192.0.2.37:8080 (app.example.com) failed',
      gives: { phase: 'connect', code: 111, upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, Apache httpd 2.2.34 modules/proxy/proxy_util.c',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] proxy: Error reading from remote server returned by /attempt to connect to x (y) failed',
      because: 'the words are the path',
    },
  ],
});
