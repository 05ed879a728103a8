import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const herokuTimedOut = defineAside({
  id: 'heroku/timed-out',
  formats: ['heroku-router'],
  needles: ['code=H12 ', 'code=H15 '],
  means:
    'The router gave up: no byte of an answer within 30 s (H12), or nothing more of it within 55 s (H15); the dyno had not closed.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: whenOneOf(['H12', 'H15']),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: 'at=error code=H12 desc="Request timeout" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=30000ms status=503 bytes=0 protocol=https',
      gives: { status: 503, elapsed: 30000, upstream: 'web.1' },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
    },
    {
      line: 'at=error code=H15 desc="Idle connection" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=55449ms status=503 bytes=18 protocol=https',
      gives: { elapsed: 55449 },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
    },
  ],
  nearMisses: [
    {
      line: 'at=info method=GET path="/?code=H12  desc=" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=18ms status=200 bytes=13 protocol=https',
      because: 'the answer came; the code is part of the path',
    },
  ],
});
