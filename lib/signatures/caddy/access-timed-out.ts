import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';

export const caddyAccessTimedOut = defineAside({
  id: 'caddy/access-timed-out',
  formats: ['caddy'],
  needles: ['504'],
  means: 'Caddy gave up waiting for the backend and answered 504.',
  provenance: { project: 'Caddy', file: 'modules/caddyhttp/server.go', version: '2.6.2, v2.11.4' },
  reads: eachAttempt(504, (_, { fields, message }) =>
    fields['logger']?.startsWith('http.log.access') && message.startsWith('handled request') ? {} : undefined,
  ),
  basis: 'inferred',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '{"level":"error","ts":1795349111.6692172,"logger":"http.log.access.log4","msg":"handled request","request":{"remote_ip":"192.0.2.9","remote_port":"49972","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/slow","headers":{}},"user_id":"","duration":1.005684461,"size":0,"status":504,"resp_headers":{"Server":["Caddy"]}}',
      gives: { status: 504, elapsed: 1_006, target: '/slow' },
      from: 'rebuilt from the template, Caddy 2.6.2',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"info","ts":1795349103.0392172,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"192.0.2.9","remote_port":"504","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/504","headers":{}},"user_id":"","duration":0.504,"size":504,"status":200,"resp_headers":{}}',
      because: 'the number stands everywhere but in the status',
    },
  ],
});
