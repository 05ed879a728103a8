import { defineAside } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheBadHeader = defineAside({
  id: 'apache/bad-header',
  formats: ['apache-error'],
  needles: ['AH01106: bad HTTP/'],
  means:
    "httpd could not use the backend's response header; where it had been cut off, AH10404 says so (since 2.4.55).",
  provenance: httpd('mod_proxy_http.c, ap_proxy_http_process_response'),
  pattern: /^AH01106: bad HTTP\/\d\.\d header returned by (?<target>\/.*) \((?<method>[A-Z][A-Z_-]*)\)$/,
  adds: { phase: 'header' },
  basis: 'inferred',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '[Sun Nov 22 12:02:30.971454 2026] [proxy_http:warn] [pid 6158:tid 6167] [client 127.0.0.1:49982] AH01106: bad HTTP/1.1 header returned by /hdr/pfin (GET)',
      gives: { phase: 'header', target: '/hdr/pfin', method: 'GET', connection: '6158:6167' },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:02:30.685839 2026] [proxy:error] [pid 6158:tid 6163] [client 127.0.0.1:49960] AH00898: Error reading from remote server returned by /AH01106: bad HTTP/1.1 header returned by /x (GET)',
      because: 'the words are part of the path',
    },
  ],
});
