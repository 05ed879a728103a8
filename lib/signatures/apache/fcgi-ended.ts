import { defineSymptom } from '#lib/catalogue/define.ts';
import { ended, endedBy, httpd } from '#lib/catalogue/define-apache.ts';

export const apacheFcgiEnded = defineSymptom({
  id: 'apache/fcgi-ended',
  formats: ['apache-error'],
  needles: ['AH01075: Error dispatching request'],
  means:
    'The FastCGI backend closed the connection before its response was complete, before its header or after it.',
  // The port in it is httpd's own (server_portstr), and header and body phase read alike.
  provenance: httpd('mod_proxy_fcgi.c, fcgi_do_request'),
  pattern: new RegExp(
    `^${ended}AH01075: Error dispatching request to \\S*: (?<reason>\\((?:sending stdin|sending empty stdin|reading response body)\\))?$`,
  ),
  adds: ({ code, reason }) => ({
    ...endedBy(code),
    ...(reason?.includes('stdin') ? { phase: 'request' } : reason ? { phase: 'body' } : {}),
  }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:02:32.709524 2026] [proxy_fcgi:error] [pid 6158:tid 6184] (70014)End of file found: [client 127.0.0.1:37876] AH01075: Error dispatching request to :18402: ',
      gives: { by: 'fin', code: 70_014, scheme: 'fastcgi', client: '127.0.0.1' },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:02:32.809357 2026] [proxy_fcgi:error] [pid 6158:tid 6160] (104)Connection reset by peer: [client 127.0.0.1:37880] AH01075: Error dispatching request to :18402: ',
      gives: { by: 'reset' },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:02:32.809357 2026] [proxy_fcgi:error] [pid 6158:tid 6160] (32)Broken pipe: [client 192.0.2.9:37880] AH01075: Error dispatching request to :443: (sending stdin)',
      gives: { by: 'reset', phase: 'request', reason: '(sending stdin)' },
      from: 'rebuilt from the template, Apache httpd trunk 2.5.1-dev mod_proxy_fcgi.c',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:02:32.709495 2026] [proxy_fcgi:error] [pid 6158:tid 6184] [client 127.0.0.1:37876] AH01067: Failed to read FastCGI header',
      because: 'AH01075 says it next, with the reason',
    },
    {
      line: '[Sun Nov 22 12:03:05.158150 2026] [proxy_fcgi:error] [pid 6158:tid 6180] (70007)The timeout specified has expired: [client 127.0.0.1:33686] AH01075: Error dispatching request to :18402: (polling)',
      because: 'httpd gave up waiting',
    },
    {
      line: '[Sun Nov 22 12:03:05.158150 2026] [proxy_fcgi:error] [pid 6158:tid 6180] (104)Connection reset by peer: [client 192.0.2.9:33686] AH01075: Error dispatching request to :443: (reading input brigade)',
      because: 'the client closed while its request was read',
    },
  ],
});
