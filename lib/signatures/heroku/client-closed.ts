import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const herokuClientClosed = defineAside({
  id: 'heroku/client-closed',
  formats: ['heroku-router'],
  needles: ['code=H27 ', 'code=H28 '],
  means: 'The client hung up (H27), or neither sent nor took anything for 55 s (H28).',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: whenOneOf(['H27', 'H28']),
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: 'sock=client at=warning code=H27 desc="Client Request Interrupted" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=1710ms status=499 bytes=0 protocol=https',
      gives: { status: 499, elapsed: 1710 },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
    },
  ],
  nearMisses: [
    {
      line: 'sock=backend at=error code=H18 desc="Server Request Interrupted" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=56ms status=503 bytes=0 protocol=https',
      because: 'the dyno closed',
    },
  ],
});
