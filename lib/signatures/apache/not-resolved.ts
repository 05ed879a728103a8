import { defineAside } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheNotResolved = defineAside({
  id: 'apache/not-resolved',
  formats: ['apache-error'],
  needles: ['AH00898: DNS lookup failure'],
  means: "httpd could not find the address of the backend's name.",
  provenance: httpd('proxy_util.c, ap_proxy_determine_connection'),
  pattern: /^(?:\([^)]*\)[^:]*: )?AH00898: DNS lookup failure for: \S+ returned by (?<target>\/.*)/,
  basis: 'stated',
  cause: 'name-resolution',
  closedBy: 'nobody',
  samples: [
    {
      line: '[Sun Nov 22 12:03:07.433088 2026] [proxy:error] [pid 6158:tid 6166] (EAI 2)Name or service not known: [client 127.0.0.1:42200] AH00898: DNS lookup failure for: nosuch.invalid returned by /dns',
      gives: { target: '/dns', client: '127.0.0.1' },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:02:30.685839 2026] [proxy:error] [pid 6158:tid 6163] [client 127.0.0.1:49960] AH00898: Error reading from remote server returned by /AH00898: DNS lookup failure for: x returned by /y',
      because: 'the words are part of the path',
    },
  ],
});
