import { defineClue } from '#lib/catalogue/define.ts';

export const rustNotHttp = defineClue({
  id: 'rust/not-http',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['invalid HTTP version parsed', 'invalid HTTP method parsed'],
  means:
    'What came to hyper was no request that it could read: TLS or HTTP/2 on a plain port, or another protocol.',
  provenance: { project: 'hyper', file: 'src/error.rs', version: '1.11' },
  pattern:
    /^(?![^\n]{0,200}\b(?:error sending request|client error \(|for url|reqwest|outgoing|upstream))[^\n]{0,160}?invalid HTTP (?:version|method) parsed/,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:00:00.123456Z ERROR shop::server: error serving connection: invalid HTTP version parsed (found HTTP2 preface)',
      gives: {},
      from: 'rebuilt from the template, hyper 1.11 and tracing',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00.123456Z ERROR shop::rates: error sending request for url (https://api.example.com/): client error (SendRequest): invalid HTTP version parsed',
      because: 'a request that the application sent itself',
      format: 'leading-time',
    },
  ],
});
