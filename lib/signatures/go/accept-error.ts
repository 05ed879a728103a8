import { defineClue } from '#lib/catalogue/define.ts';

export const goAcceptError = defineClue({
  id: 'go/accept-error',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['http: Accept error: '],
  means: 'Go could accept no connection: as a rule, no more file descriptors.',
  provenance: { project: 'go', file: 'src/net/http/server.go, Server.Serve', version: '1.19 to 1.24.9' },
  pattern: /^http: Accept error: [^\n]{1,300}?: (?<reason>[^:;\n]{1,100}); retrying in \S{1,20}$/,
  points: [{ cause: 'overload', strength: 'decisive' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 12:26:44 http: Accept error: accept tcp 127.0.0.1:18000: accept4: too many open files; retrying in 5ms',
      gives: { reason: 'too many open files' },
      from: 'captured, Go 1.19',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
