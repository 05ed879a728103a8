import { defineSymptom } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const herokuClosed = defineSymptom({
  id: 'heroku/closed',
  formats: ['heroku-router'],
  needles: ['code=H13 '],
  means:
    'The dyno closed the connection before it had sent a byte of an answer (H13); Heroku does not tell a reset from an orderly close, nor a connection that was used before from a new one.',
  provenance: {
    project: 'Heroku',
    file: 'Dev Center, "Heroku Error Codes"',
    version: 'read 2026-11, router log of 2017 to 2026',
    url: 'https://devcenter.heroku.com/articles/error-codes',
  },
  reads: whenOneOf(['H13'], { phase: 'header', by: 'other' }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: 'at=error code=H13 desc="Connection closed without response" method=POST path="/api/posts" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=0ms service=56ms status=503 bytes=0 protocol=http',
      gives: {
        phase: 'header',
        by: 'other',
        upstream: 'web.1',
        status: 503,
        elapsed: 56,
        method: 'POST',
        target: '/api/posts',
        client: '203.0.113.9',
        host: 'shop.example.com',
        requestId: 'cc6cad3b-ae96-4702-8934-0d0c86f1e4a0',
      },
      from: 'published in https://pastebin.com/Ymz3PHzb, names and addresses changed',
    },
  ],
  nearMisses: [
    {
      line: 'at=info method=GET path="/?code=H13  desc=" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=1ms service=18ms status=200 bytes=13 protocol=https',
      because: 'the answer came; the code is part of the path',
    },
  ],
});
