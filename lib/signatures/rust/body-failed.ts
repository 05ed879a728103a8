import { defineClue } from '#lib/catalogue/define.ts';

export const rustBodyFailed = defineClue({
  id: 'rust/body-failed',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['error from user', 'user body write aborted', 'Response payload stream error'],
  means: 'The body of an answer failed in the middle, and hyper or actix-web closed its connection.',
  provenance: {
    project: 'hyper, actix-web',
    file: 'src/error.rs; actix-http/src/h1/dispatcher.rs',
    version: 'hyper 1.11, actix-web 4.15.0',
  },
  pattern:
    /^(?![^\n]{0,200}\b(?:error sending request|client error \(|for url|reqwest|outgoing|upstream))[^\n]{0,160}?(?:error from user's (?:Body stream|HttpBody stream)|user body write aborted|Response payload stream error: )/,
  points: [{ cause: 'response-truncated', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "2026-11-22T12:00:00.123456Z ERROR shop::server: connection failed: hyper::Error(User(Body), error from user's Body stream)",
      gives: {},
      from: 'rebuilt from the template, hyper 1.11 and tracing',
      format: 'leading-time',
    },
    {
      line: '[2026-11-22T12:00:00Z ERROR actix_http::h1::dispatcher] Response payload stream error: db down',
      gives: {},
      from: 'rebuilt from the template, actix-http 3',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: "2026-11-22T12:00:00.123456Z ERROR shop::rates: error sending request for url (https://api.example.com/): client error (SendRequest): error from user's Body stream",
      because: 'a request that the application sent itself',
      format: 'leading-time',
    },
  ],
});
