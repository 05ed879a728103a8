import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, requestCut, said, small } from '#lib/catalogue/define-go.ts';

export const caddyRequestCut = defineSymptom({
  id: 'caddy/request-cut',
  formats: ['caddy'],
  needles: ['connection reset by peer', 'broken pipe', 'use of closed network connection'],
  means:
    'The backend closed the connection before it had taken the whole request; a small one may have met a connection that was just closed.',
  provenance: {
    project: 'Caddy',
    file: 'modules/caddyhttp/reverseproxy/reverseproxy.go',
    version: '2.6.2, v2.11.4',
  },
  pattern: new RegExp(`^${requestCut}$`),
  adds: (groups, event) => ({
    ...said(event),
    phase: small(event) ? 'header' : 'request',
    ...headerBy(groups, event),
  }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"readfrom tcp 127.0.0.1:57244->127.0.0.1:18080: write tcp 127.0.0.1:57244->127.0.0.1:18080: write: connection reset by peer","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"POST","host":"127.0.0.1:28501","uri":"/unread","headers":{"Accept":["*/*"],"User-Agent":["probe"],"Content-Length":["62914560"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: {
        phase: 'request',
        by: 'reset',
        upstream: '127.0.0.1:18080',
        reason: 'connection reset by peer',
      },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"readfrom tcp 127.0.0.1:57262->127.0.0.1:18080: write tcp 127.0.0.1:57262->127.0.0.1:18080: use of closed network connection","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"POST","host":"127.0.0.1:28501","uri":"/early/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"],"Content-Length":["62914560"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { phase: 'request', by: 'other' },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"write tcp 127.0.0.1:57244->127.0.0.1:18080: write: broken pipe","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"POST","host":"127.0.0.1:28501","uri":"/cart","headers":{"Accept":["*/*"],"User-Agent":["probe"],"Content-Length":["3"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { phase: 'header', by: 'reset' },
      from: 'rebuilt from the template, Caddy 2.6.2',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      because: 'the request had been sent',
    },
  ],
});
