import { defineClue } from '#lib/catalogue/define.ts';

export const goBadPreface = defineClue({
  id: 'go/bad-preface',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['error reading preface from client'],
  means: 'What came to Go as HTTP/2 did not begin like it.',
  provenance: {
    project: 'go',
    file: 'src/net/http/h2_bundle.go, http2serverConn.readPreface',
    version: '1.19 to 1.24.9',
  },
  pattern: /^http2: server: error reading preface from client \S{1,100}: /,
  points: [{ cause: 'protocol-mismatch', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 12:26:11 http2: server: error reading preface from client 192.0.2.7:53256: bogus greeting "GET / HTTP/1.1"',
      gives: {},
      from: 'rebuilt from the template, Go 1.24.9',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
