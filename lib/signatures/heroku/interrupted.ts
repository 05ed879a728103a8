import { defineSymptom } from '#lib/catalogue/define.ts';
import { whenNamed } from '#lib/catalogue/define-named.ts';

export const herokuInterrupted = defineSymptom({
  id: 'heroku/interrupted',
  formats: ['heroku-router'],
  needles: ['code=H18 '],
  means:
    'The dyno closed the connection in the middle of its answer (H18); without a byte sent, Router 2.0 may have met a connection that the dyno closed while it was idle.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: whenNamed(({ reason, status, bytes }) =>
    reason === 'H18' ? { phase: status === 503 && !bytes ? 'header' : 'body', by: 'other' } : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: 'sock=backend at=error code=H18 desc="Server Request Interrupted" method=POST path="/search/stream" host=shop.example.com request_id=32703692-2362-4363-b46a-92c695c1d6b1 fwd="203.0.113.9" dyno=web.1 connect=0ms service=710ms status=200 bytes=0 protocol=http1.1 tls=true tls_version=unknown',
      gives: { phase: 'body', by: 'other', status: 200, elapsed: 710, upstream: 'web.1' },
      from: 'published (Router 2.0, 2026-01), names and addresses changed',
    },
    {
      line: 'sock=backend at=error code=H18 desc="Server Request Interrupted" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=1ms status=503 bytes=0 protocol=https',
      gives: { phase: 'header', status: 503 },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
    },
  ],
  nearMisses: [
    {
      line: 'sock=client at=warning code=H27 desc="Client Request Interrupted" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=56ms status=499 bytes=0 protocol=https',
      because: 'the client hung up',
    },
  ],
});
