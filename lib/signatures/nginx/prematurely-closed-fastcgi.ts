import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseOf } from '#lib/catalogue/define-nginx.ts';

export const nginxPrematurelyClosedFastcgi = defineSymptom({
  id: 'nginx/prematurely-closed-fastcgi',
  formats: ['nginx-error'],
  needles: ['upstream prematurely closed'],
  means: 'The FastCGI backend ended the response without a header, or with less than it had announced.',
  provenance: {
    project: 'nginx',
    file: 'src/http/modules/ngx_http_fastcgi_module.c',
    version: 'release-1.31.4',
  },
  pattern: /^upstream prematurely closed FastCGI (?:stdout|request)/,
  adds: (_, event) => ({ ...phaseOf(event), by: 'other' }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/24 23:30:37 [error] 27036#27036: *53 upstream prematurely closed FastCGI stdout while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /fcgi1 HTTP/1.1", upstream: "fastcgi://127.0.0.1:18521", host: "shop.example.com"',
      gives: { phase: 'header', by: 'other', scheme: 'fastcgi', upstream: '127.0.0.1:18521' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:30:40 [error] 27036#27036: *57 upstream prematurely closed FastCGI request while reading upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /fcgi3 HTTP/1.1", upstream: "fastcgi://127.0.0.1:18523", host: "shop.example.com"',
      gives: { phase: 'body', by: 'other', upstream: '127.0.0.1:18523' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:37 [error] 27036#27036: *51 FastCGI sent in stderr: "upstream prematurely closed FastCGI stdout" while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /fcgi0 HTTP/1.1", upstream: "fastcgi://127.0.0.1:18520", host: "shop.example.com"',
      because: 'the words came from the application',
    },
  ],
});
