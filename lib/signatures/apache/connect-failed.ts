import { defineAside } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheConnectFailed = defineAside({
  id: 'apache/connect-failed',
  formats: ['apache-error'],
  needles: ['AH00957: ', 'AH02454: '],
  means: 'httpd could not connect to the backend: refused, unreachable, no socket, or too slow.',
  provenance: httpd('proxy_util.c, ap_proxy_connect_backend'),
  pattern:
    /^(?:\((?<code>\d+)\)[^:]*: )?(?:AH00957: \S+ attempt to connect to|AH02454: \S+ attempt to connect to Unix domain socket) (?<upstream>\S+) \([^)]*\) failed/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '[Sun Nov 22 12:03:07.265560 2026] [proxy:error] [pid 6158:tid 6183] (111)Connection refused: AH00957: http: attempt to connect to 127.0.0.1:18099 (127.0.0.1:18099) failed',
      gives: { phase: 'connect', upstream: '127.0.0.1:18099', code: 111 },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:03:07.265560 2026] [proxy:error] [pid 6158:tid 6183] (2)No such file or directory: AH02454: FCGI: attempt to connect to Unix domain socket /run/php/php-fpm.sock (localhost:8000) failed',
      gives: { phase: 'connect', upstream: '/run/php/php-fpm.sock', code: 2 },
      from: 'rebuilt from the template, Apache httpd trunk 2.5.1-dev',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:03:07.265609 2026] [proxy_http:error] [pid 6158:tid 6183] [client 127.0.0.1:51420] AH01114: HTTP: failed to make connection to backend: 127.0.0.1',
      because: 'AH00957 said it, with the backend and the reason',
    },
  ],
});
