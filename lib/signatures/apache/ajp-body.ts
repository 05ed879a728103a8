import { defineSymptom } from '#lib/catalogue/define.ts';
import { httpd, peer } from '#lib/catalogue/define-apache.ts';

export const apacheAjpBody = defineSymptom({
  id: 'apache/ajp-body',
  formats: ['apache-error'],
  needles: ['AH00893: dialog to'],
  means: 'The AJP backend closed the connection after its response header and before the end of the body.',
  provenance: httpd('mod_proxy_ajp.c, ap_proxy_ajp_request'),
  pattern: new RegExp(`^\\((?!70007)(?<code>\\d+)\\)[^:]*: AH00893: dialog to ${peer} failed`),
  adds: { phase: 'body', by: 'other' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:02:56.996541 2026] [proxy_ajp:error] [pid 6158:tid 6165] (120006)APR does not understand this error code: [client 127.0.0.1:39856] AH00893: dialog to 127.0.0.1:19002 (127.0.0.1:19002) failed',
      gives: { phase: 'body', upstream: '127.0.0.1:19002', scheme: 'ajp', code: 120_006 },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:02:56.996541 2026] [proxy_ajp:error] [pid 6158:tid 6165] (70007)The timeout specified has expired: [client 192.0.2.9:39856] AH00893: dialog to 192.0.2.37:8009 (app.internal:8009) failed',
      because: 'httpd gave up waiting',
    },
  ],
});
