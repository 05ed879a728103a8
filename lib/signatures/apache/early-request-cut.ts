import { defineSymptom } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheEarlyRequestCut = defineSymptom({
  id: 'apache/early-request-cut',
  formats: ['apache-error'],
  needles: ['proxy: pass request body failed to '],
  means: 'The backend closed the connection before it had read the whole request (httpd 2.2).',
  provenance: { ...httpd('mod_proxy_http.c, pass_brigade'), version: '2.2.34' },
  pattern: /^\((?<code>104|54|32)\)[^:]*: proxy: pass request body failed to (?<upstream>\S+) \([^)]*\)$/,
  adds: { phase: 'request', by: 'reset' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] (32)Broken pipe: proxy: pass request body failed to 192.0.2.37:8080 (app.example.com)',
      gives: { phase: 'request', by: 'reset', code: 32, upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, Apache httpd 2.2.34 modules/proxy/mod_proxy_http.c',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] proxy: pass request body failed to 192.0.2.37:8080 (app.example.com) from 192.0.2.9 ()',
      because: 'it follows the line that says why, and a client that stopped sending has it alone',
    },
  ],
});
