import { defineSymptom } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';

export const caddyAccessBadGateway = defineSymptom({
  id: 'caddy/access-bad-gateway',
  formats: ['caddy'],
  needles: ['502'],
  means:
    'A 502 of which the access log does not say how far Caddy got: the backend closed, was never reached, or answered so itself.',
  provenance: { project: 'Caddy', file: 'modules/caddyhttp/server.go', version: '2.6.2, v2.11.4' },
  // An error record has the status as well, and words of its own.
  reads: eachAttempt(502, (_, { fields, message }) =>
    fields['logger']?.startsWith('http.log.access') && message.startsWith('handled request')
      ? { by: 'other' }
      : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '{"level":"error","ts":1795349103.0392172,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"User-Agent":["probe"],"Accept":["*/*"]}},"user_id":"","duration":0.106260185,"size":0,"status":502,"resp_headers":{"Server":["Caddy"]}}',
      gives: {
        status: 502,
        method: 'GET',
        target: '/hdr/fin',
        client: '127.0.0.1',
        connection: '127.0.0.1:40868',
        elapsed: 106,
      },
      from: 'captured, Caddy 2.6.2',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"info","ts":1795349103.0392172,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"192.0.2.9","remote_port":"502","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/502","headers":{}},"user_id":"","duration":0.502,"size":502,"status":200,"resp_headers":{}}',
      because: 'the number stands everywhere but in the status',
    },
    {
      line: '{"level":"error","ts":1795349110.6189024,"logger":"http.log.error.log3","msg":"dial tcp 127.0.0.1:18099: connect: connection refused","request":{"remote_ip":"127.0.0.1","remote_port":"37468","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28504","uri":"/refused","headers":{"User-Agent":["probe"],"Accept":["*/*"]}},"duration":0.000598226,"status":502,"err_id":"54mnnny04","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      because: 'an error record says more than its status',
    },
  ],
});
