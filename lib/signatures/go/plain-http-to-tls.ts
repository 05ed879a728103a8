import { defineClue } from '#lib/catalogue/define.ts';

export const goPlainHttpToTls = defineClue({
  id: 'go/plain-http-to-tls',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['http: TLS handshake error'],
  means: 'Plain HTTP came to a port of Go that speaks TLS, or a handshake failed.',
  provenance: {
    project: 'go',
    file: 'src/net/http/server.go, conn.serve; src/crypto/tls/conn.go',
    version: '1.19 to 1.24.9',
  },
  pattern:
    /^http: TLS handshake error from \S{1,100}: (?<reason>tls: first record does not look like a TLS handshake|client sent an HTTP request to an HTTPS server)$/,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 12:26:11 http: TLS handshake error from 192.0.2.7:53256: tls: first record does not look like a TLS handshake',
      gives: { reason: 'tls: first record does not look like a TLS handshake' },
      from: 'rebuilt from the template, Go 1.24.9',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:11 http: TLS handshake error from 192.0.2.7:53256: client sent an HTTP request to an HTTPS server',
      gives: {},
      from: 'rebuilt from the template, Go 1.24.9',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:26:11 http: TLS handshake error from 192.0.2.7:53256: EOF',
      because: 'who connected left, as health checks do',
      format: 'leading-time',
    },
  ],
});
