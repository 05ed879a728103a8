import { defineAside } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheClientLeft = defineAside({
  id: 'apache/client-left',
  formats: ['apache-error'],
  needles: [
    'read request body failed to',
    'AH01095: prefetch request body failed',
    '(reading input brigade)',
    'to output filters)',
  ],
  means: 'The client left, or its request could not be read to the end; the backend had not closed.',
  provenance: httpd('proxy_util.c, mod_proxy_fcgi.c'),
  pattern:
    /^(?:\([^)]*\)[^:]*: )?(?:AH02608: read request body failed to |AH01095: prefetch request body failed to |AH01075: Error dispatching request to \S*: \((?:reading input brigade|passing (?:headers )?brigade to output filters)\))/,
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '[Sun Nov 22 12:03:08.171241 2026] [proxy:error] [pid 6158:tid 6173] (70014)End of file found: [client 192.0.2.9:35740] AH02608: read request body failed to 192.0.2.37:8080 (app.internal) from 192.0.2.9 ()',
      gives: { client: '192.0.2.9' },
      from: 'rebuilt from the template, Apache httpd trunk 2.5.1-dev',
    },
    {
      line: '[Sun Nov 22 12:03:05.158150 2026] [proxy_fcgi:error] [pid 6158:tid 6180] (104)Connection reset by peer: [client 192.0.2.9:33686] AH01075: Error dispatching request to :443: (reading input brigade)',
      gives: { scheme: 'fastcgi' },
      from: 'rebuilt from the template, Apache httpd trunk 2.5.1-dev',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:02:32.809357 2026] [proxy_fcgi:error] [pid 6158:tid 6160] (32)Broken pipe: [client 192.0.2.9:37880] AH01075: Error dispatching request to :443: (sending stdin)',
      because: 'the backend closed',
    },
  ],
});
