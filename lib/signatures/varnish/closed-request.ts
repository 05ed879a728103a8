import { defineSymptom } from '#lib/catalogue/define.ts';
import { varnishFetch, varnishFormats, whenBackendClosed } from '#lib/catalogue/define-varnish.ts';

export const varnishClosedRequest = defineSymptom({
  id: 'varnish/closed-request',
  formats: varnishFormats,
  needles: ['backend write error', 'req.body read error'],
  means:
    'The backend closed or reset the connection while Varnish was still sending the request body; Varnish may blame the client’s body for it.',
  provenance: varnishFetch,
  reads: whenBackendClosed('request'),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[22/Nov/2026:12:06:13 +0000] "POST http://127.0.0.1:28601/unread HTTP/1.1" 503 0 0 0.302564 - err="req.body read error: 104 (Connection reset by peer)" bereq_acct="207 4002816 4003023 0 0 0" vxid=98328 be="b"',
      gives: { phase: 'request', by: 'reset', sent: 4003023 },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '[22/Nov/2026:12:06:13 +0000] "POST http://127.0.0.1:28601/early/fin HTTP/1.1" 503 0 0 1.002955 - err="req.body read error: 32 (Broken pipe)" bereq_acct="210 4098048 4098258 0 0 0" vxid=32786 be="b"',
      gives: { phase: 'request' },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '--  FetchError     backend write error: 104 (Connection reset by peer) (Error transaction',
      gives: { phase: 'request' },
      from: 'captured, Varnish 7.1.1',
      format: 'varnishlog',
    },
  ],
  nearMisses: [
    {
      line: '--  FetchError     req.body read error: 104 (Connection reset by peer)',
      because: 'the next record says the same close once more',
      format: 'varnishlog',
    },
  ],
});
