import { defineSymptom } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheErrorReading = defineSymptom({
  id: 'apache/error-reading',
  formats: ['apache-error'],
  needles: ['AH00898: Error reading from remote server'],
  means:
    'httpd could not read the response and names the path; the line before it says whether the backend closed or time ran out.',
  provenance: httpd('proxy_util.c, ap_proxyerror'),
  pattern: /^AH00898: Error reading from remote server returned by (?<target>\/.*)/,
  adds: { phase: 'header', by: 'other' },
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '[Sun Nov 22 12:02:30.685839 2026] [proxy:error] [pid 6158:tid 6163] [client 127.0.0.1:49960] AH00898: Error reading from remote server returned by /hdr/fin',
      gives: { target: '/hdr/fin', client: '127.0.0.1', connection: '6158:6163', phase: 'header' },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:03:07.433088 2026] [proxy:error] [pid 6158:tid 6166] (EAI 2)Name or service not known: [client 127.0.0.1:42200] AH00898: DNS lookup failure for: nosuch.invalid returned by /AH00898: Error reading from remote server returned by /dns',
      because: 'the name was not found; the words are part of the path',
    },
  ],
});
