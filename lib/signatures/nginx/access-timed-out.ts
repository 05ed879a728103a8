import { defineAside } from '#lib/catalogue/define.ts';
import { accessFormats, eachAttempt, fate } from '#lib/catalogue/define-access.ts';

export const nginxAccessTimedOut = defineAside({
  id: 'nginx/access-timed-out',
  formats: accessFormats,
  needles: ['504'],
  means: 'nginx gave up waiting for the backend and answered 504.',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  reads: eachAttempt(504, (attempt) => {
    if (attempt.status !== 504) return undefined;
    switch (fate(attempt)) {
      case 'answered':
        return undefined;
      case 'not connected':
        return { phase: 'connect' };
      case 'no header':
        return { phase: 'header' };
      case 'unknown':
        return {};
    }
  }),
  basis: 'inferred',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:41 +0000] "GET /slow HTTP/1.1" 504 167 "-" "probe" rt=1.001 uct="0.000" uht="-" urt="1.001" us="504" ua="127.0.0.1:18080" ul="0" ubr="0" ubs="84" rid=b3adb678de1a8ce6bb23e89eff91146e c=129 cr=1 done=OK',
      gives: { phase: 'header', upstream: '127.0.0.1:18080', status: 504, elapsed: 1_001 },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '{"time_local":"24/Nov/2026:23:30:34 +0000","remote_addr":"127.0.0.1","request":"GET /slow HTTP/1.1","status":"504","http_user_agent":"curl/7.88.1","request_time":1.002,"upstream_response_time":1.001,"upstream_connect_time":0.000,"upstream_header_time":-,"upstream_addr":"127.0.0.1:18500","upstream_status":"504"}',
      gives: { phase: 'header', elapsed: 1_001 },
      from: 'captured, nginx 1.22.1',
      format: 'nginx-json',
    },
    {
      line: 'shop.example.com 192.0.2.9 - - [22/Nov/2026:11:54:05 +0100] "POST /pay HTTP/2.0" 504 167 "-" "ShopApp/5.3.1 (Android 15)"',
      gives: { status: 504, host: 'shop.example.com' },
      from: 'rebuilt from the template, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:32 +0000] "GET /own504 HTTP/1.1" 504 3 "-" "curl/7.88.1" rt=0.001 uct="0.000" uht="0.000" urt="0.000" us="504" ua="127.0.0.1:18500" ul="3" ubr="54" ubs="104" c=13',
      because: 'the backend answered 504 itself',
    },
  ],
});
