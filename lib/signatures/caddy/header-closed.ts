import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, headerClosed, said } from '#lib/catalogue/define-go.ts';

export const caddyHeaderClosed = defineSymptom({
  id: 'caddy/header-closed',
  formats: ['caddy'],
  needles: ['http.log.error'],
  means: 'The backend closed the connection before its whole response header had come.',
  provenance: {
    project: 'Caddy',
    file: 'modules/caddyhttp/reverseproxy/reverseproxy.go',
    version: '2.6.2, v2.11.4',
  },
  pattern: new RegExp(`^${headerClosed}$`),
  adds: (groups, event) => ({ ...said(event), phase: 'header', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"EOF","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { phase: 'header', by: 'fin', method: 'GET', client: '127.0.0.1' },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/rst","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: {
        phase: 'header',
        by: 'reset',
        upstream: '127.0.0.1:18080',
        reason: 'connection reset by peer',
        method: 'GET',
        client: '127.0.0.1',
      },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: \\"Content-Ty\\"","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/pfin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { phase: 'header', by: 'other' },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"http: server closed idle connection","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"POST","host":"127.0.0.1:28501","uri":"/cart","headers":{"Accept":["*/*"],"User-Agent":["probe"],"Content-Length":["3"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { phase: 'header', by: 'fin' },
      from: 'rebuilt from the template, Caddy 2.6.2',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"dial tcp 127.0.0.1:18099: connect: connection refused","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      because: 'no connection was made',
    },
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"context canceled","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      because: 'the client left',
    },
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"net/http: HTTP/1.x transport connection broken: malformed HTTP response \\"SSH-2.0-OpenSSH_9.2\\"","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      because: 'the backend answered, in no HTTP',
    },
  ],
});
