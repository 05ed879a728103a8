import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const herokuBadResponse = defineAside({
  id: 'heroku/bad-response',
  formats: ['heroku-router'],
  needles: ['code=H17 ', 'code=H25 '],
  means: 'The dyno answered in no HTTP that the router takes (H17, H25).',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: whenOneOf(['H17', 'H25']),
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'nobody',
  samples: [
    {
      line: 'at=error code=H17 desc="Poorly formatted HTTP response" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=56ms status=503 bytes=0 protocol=https',
      gives: { status: 503 },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
    },
  ],
  nearMisses: [
    {
      line: 'at=error code=H13 desc="Connection closed without response" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=56ms status=503 bytes=0 protocol=https',
      because: 'nothing came at all',
    },
  ],
});
