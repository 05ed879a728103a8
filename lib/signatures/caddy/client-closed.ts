import { defineAside } from '#lib/catalogue/define.ts';
import { said } from '#lib/catalogue/define-go.ts';

export const caddyClientClosed = defineAside({
  id: 'caddy/client-closed',
  formats: ['caddy'],
  needles: ['context canceled', 'incomplete response'],
  means: 'The client left before it had its response, and the request to the backend was given up.',
  provenance: {
    project: 'Caddy',
    file: 'modules/caddyhttp/reverseproxy/reverseproxy.go',
    version: '2.6.2, v2.11.4',
  },
  pattern:
    /^(?:context canceled$|aborting with incomplete response: (?:(?:reading: )?context canceled$|writing: ))/,
  adds: (_, event) => said(event),
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"context canceled","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/slow","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":499,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: { status: 499 },
      from: 'rebuilt from the template, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.7393336,"logger":"http.handlers.reverse_proxy","msg":"aborting with incomplete response","error":"writing: write tcp 127.0.0.1:28501->127.0.0.1:53362: write: broken pipe"}',
      gives: {},
      from: 'rebuilt from the template, Caddy 2.6.2',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"EOF","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      because: 'the backend closed',
    },
  ],
});
