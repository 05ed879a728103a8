import { defineClue } from '#lib/catalogue/define.ts';

export const rustHeaderTooLarge = defineClue({
  id: 'rust/header-too-large',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['message head is too large'],
  means: 'The headers of a request were larger than hyper takes.',
  provenance: { project: 'hyper', file: 'src/error.rs', version: '1.11' },
  pattern:
    /^(?![^\n]{0,200}\b(?:error sending request|client error \(|for url|reqwest|outgoing|upstream))[^\n]{0,160}?message head is too large/,
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:00:00.123456Z ERROR shop::server: error serving connection: message head is too large',
      gives: {},
      from: 'rebuilt from the template, hyper 1.11 and tracing',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00.123456Z ERROR shop::rates: error sending request for url (https://api.example.com/): client error (SendRequest): message head is too large',
      because: 'a request that the application sent itself',
      format: 'leading-time',
    },
  ],
});
