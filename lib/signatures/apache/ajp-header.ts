import { defineSymptom } from '#lib/catalogue/define.ts';
import { httpd, peer } from '#lib/catalogue/define-apache.ts';

export const apacheAjpHeader = defineSymptom({
  id: 'apache/ajp-header',
  formats: ['apache-error'],
  needles: ['AH00878: read response failed'],
  means: 'The AJP backend closed the connection before its response header had come.',
  // 120006 and 120008 are AJP_ENO_HEADER and AJP_EBAD_MESSAGE; AH01030 or AH01032 says before it how it ended.
  provenance: httpd('mod_proxy_ajp.c, ap_proxy_ajp_request'),
  pattern: new RegExp(`^\\((?!70007)(?<code>\\d+)\\)[^:]*: AH00878: read response failed from ${peer}`),
  adds: { phase: 'header', by: 'other' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:02:56.323110 2026] [proxy_ajp:error] [pid 6158:tid 6181] (120006)APR does not understand this error code: [client 127.0.0.1:39812] AH00878: read response failed from 127.0.0.1:19002 (127.0.0.1:19002)',
      gives: {
        phase: 'header',
        upstream: '127.0.0.1:19002',
        scheme: 'ajp',
        connection: '6158:6181',
        code: 120_006,
      },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:03:07.218097 2026] [proxy_ajp:error] [pid 6158:tid 6182] (70007)The timeout specified has expired: [client 127.0.0.1:39682] AH00878: read response failed from 127.0.0.1:19002 (127.0.0.1:19002)',
      because: 'httpd gave up waiting',
    },
  ],
});
