import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, responseCut, said } from '#lib/catalogue/define-go.ts';

export const caddyResponseCut = defineSymptom({
  id: 'caddy/response-cut',
  formats: ['caddy'],
  needles: ['aborting with incomplete response'],
  means: 'The backend closed the connection in the middle of the response body.',
  provenance: {
    project: 'Caddy',
    file: 'modules/caddyhttp/reverseproxy/reverseproxy.go',
    version: '2.6.2, v2.11.4, v2.11.7',
  },
  pattern: new RegExp(`^aborting with incomplete response: (?:reading: )?${responseCut}$`),
  adds: (groups, event) => ({ ...said(event), phase: 'body', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '{"level":"error","ts":1795349103.7393336,"logger":"http.handlers.reverse_proxy","msg":"aborting with incomplete response","error":"unexpected EOF"}',
      gives: { phase: 'body', by: 'fin' },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.7393336,"logger":"http.handlers.reverse_proxy","msg":"aborting with incomplete response","error":"read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer"}',
      gives: { phase: 'body', by: 'reset', upstream: '127.0.0.1:18080', reason: 'connection reset by peer' },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"warn","ts":1795777804.046019,"logger":"http.handlers.reverse_proxy","msg":"aborting with incomplete response","upstream":"127.0.0.1:42867","duration":0.000993164,"request":{"remote_ip":"127.0.0.1","remote_port":"57458","client_ip":"127.0.0.1","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/reports/export/2020"},"error":"reading: unexpected EOF"}',
      gives: { phase: 'body', by: 'fin', upstream: '127.0.0.1:42867' },
      from: 'captured, Caddy 2.11.7',
    },
  ],
  nearMisses: [
    {
      line: '{"level":"error","ts":1795349103.7393336,"logger":"http.handlers.reverse_proxy","msg":"reading from backend","error":"unexpected EOF"}',
      because: 'says the same a moment before',
    },
    {
      line: '{"level":"error","ts":1795349103.7393336,"logger":"http.handlers.reverse_proxy","msg":"aborting with incomplete response","error":"writing: write tcp 127.0.0.1:28501->127.0.0.1:53362: write: broken pipe"}',
      because: 'the client left',
    },
  ],
});
