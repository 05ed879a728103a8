import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const herokuNotConnected = defineAside({
  id: 'heroku/not-connected',
  formats: ['heroku-router'],
  needles: [
    'code=H10 ',
    'code=H11 ',
    'code=H14 ',
    'code=H19 ',
    'code=H20 ',
    'code=H21 ',
    'code=H22 ',
    'code=H99 ',
  ],
  means:
    'No dyno took the request: none runs, the app has crashed or did not start, it refused the connection, or too many wait (H10, H11, H14, H19 to H22, H99).',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: whenOneOf(['H10', 'H11', 'H14', 'H19', 'H20', 'H21', 'H22', 'H99'], { phase: 'connect' }),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: 'at=error code=H10 desc="App crashed" method=GET path="/" host=shop.example.com request_id=26fbf0fe-1352-4562-a26c-fb691d9d7623 fwd="203.0.113.9" dyno= connect= service= status=503 bytes= protocol=https',
      gives: { phase: 'connect', status: 503 },
      from: 'published in https://pastebin.com/PvC2x44A, names and addresses changed',
    },
    {
      line: 'at=error code=H21 desc="Backend connection refused" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service= status=503 bytes= protocol=https',
      gives: { phase: 'connect', upstream: 'web.1' },
      from: 'rebuilt from the template, Heroku Dev Center, "Heroku Error Codes"',
    },
  ],
  nearMisses: [
    {
      line: 'at=error code=H13 desc="Connection closed without response" method=GET path="/cart" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=56ms status=503 bytes=0 protocol=https',
      because: 'the dyno had taken it',
    },
  ],
});
