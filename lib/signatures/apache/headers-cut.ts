import { defineSymptom } from '#lib/catalogue/define.ts';
import { ended, endedBy, httpd } from '#lib/catalogue/define-apache.ts';

export const apacheHeadersCut = defineSymptom({
  id: 'apache/headers-cut',
  formats: ['apache-error'],
  needles: ['AH10404: Error reading headers'],
  means: 'The backend closed the connection in the middle of its response header.',
  // Before 2.4.55 only AH01106 is written, as for a header that is wrong.
  provenance: httpd('mod_proxy_http.c, ap_proxy_read_headers'),
  pattern: new RegExp(`^${ended}AH10404: Error reading headers from backend`),
  adds: ({ code }) => ({ phase: 'header', ...endedBy(code) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:02:30.971281 2026] [proxy_http:warn] [pid 6158:tid 6167] (70014)End of file found: [client 127.0.0.1:49982] AH10404: Error reading headers from backend',
      gives: { phase: 'header', by: 'fin', code: 70_014 },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:02:31.166300 2026] [proxy_http:warn] [pid 6158:tid 6169] (104)Connection reset by peer: [client 127.0.0.1:49986] AH10404: Error reading headers from backend',
      gives: { phase: 'header', by: 'reset' },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:02:30.971281 2026] [proxy_http:warn] [pid 6158:tid 6167] (70007)The timeout specified has expired: [client 127.0.0.1:49982] AH10404: Error reading headers from backend',
      because: 'time ran out in the middle of the header',
    },
  ],
});
