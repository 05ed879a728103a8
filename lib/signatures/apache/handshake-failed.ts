import { defineSymptom } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheHandshakeFailed = defineSymptom({
  id: 'apache/handshake-failed',
  formats: ['apache-error'],
  needles: ['AH00898: Error during SSL Handshake'],
  means:
    'The TLS handshake with the backend did not come to its end: the backend closed, or the two could not agree.',
  provenance: httpd('proxy_util.c, ap_proxy_pass_brigade'),
  pattern: /^AH00898: Error during SSL Handshake with remote server returned by (?<target>\/.*)/,
  adds: { phase: 'connect', by: 'other' },
  basis: 'stated',
  points: [{ cause: 'protocol-mismatch', strength: 'supporting' }],
  samples: [
    {
      line: '[Sun Nov 22 12:03:07.348873 2026] [proxy:error] [pid 6158:tid 6162] [client 127.0.0.1:41692] AH00898: Error during SSL Handshake with remote server returned by /hs',
      gives: { phase: 'connect', by: 'other', target: '/hs' },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:02:30.685839 2026] [proxy:error] [pid 6158:tid 6163] [client 127.0.0.1:49960] AH00898: Error reading from remote server returned by /AH00898: Error during SSL Handshake with remote server returned by /x',
      because: 'the words are part of the path',
    },
  ],
});
