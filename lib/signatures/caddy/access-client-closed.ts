import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';

export const caddyAccessClientClosed = defineAside({
  id: 'caddy/access-client-closed',
  formats: ['caddy'],
  needles: ['499'],
  means: 'The client left before it had its response (499).',
  provenance: {
    project: 'Caddy',
    file: 'modules/caddyhttp/reverseproxy/reverseproxy.go',
    version: 'v2.11.4',
  },
  reads: eachAttempt(499, (_, { fields, message }) =>
    fields['logger']?.startsWith('http.log.access') && message.startsWith('handled request') ? {} : undefined,
  ),
  basis: 'inferred',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '{"level":"info","ts":1795349111.6692172,"logger":"http.log.access.log4","msg":"handled request","request":{"remote_ip":"192.0.2.9","remote_port":"49972","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/slow","headers":{}},"user_id":"","duration":0.5,"size":0,"status":499,"resp_headers":{"Server":["Caddy"]}}',
      gives: { status: 499, elapsed: 500 },
      from: 'rebuilt from the template, Caddy v2.11.4',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"info","ts":1795349103.0392172,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"192.0.2.9","remote_port":"499","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/499","headers":{}},"user_id":"","duration":0.499,"size":499,"status":200,"resp_headers":{}}',
      because: 'the number stands everywhere but in the status',
    },
  ],
});
