import { defineClue } from '#lib/catalogue/define.ts';

export const nodeLengthMismatch = defineClue({
  id: 'node/length-mismatch',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['ERR_HTTP_CONTENT_LENGTH_MISMATCH]: '],
  means: 'The body that was sent is not as long as the Content-Length that was announced.',
  provenance: { project: 'node', file: 'lib/internal/errors.js', version: '18.16.0 to 24.21.0' },
  pattern:
    /^(?:Uncaught )?(?<reason>Error \[ERR_HTTP_CONTENT_LENGTH_MISMATCH\]: Response body's content-length of (?<sent>\d+) byte\(s\) does not match)/,
  points: [{ cause: 'response-truncated', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: "Error [ERR_HTTP_CONTENT_LENGTH_MISMATCH]: Response body's content-length of 9 byte(s) does not match the content-length of 1000 byte(s) set in header",
      gives: {
        sent: 9,
        reason:
          "Error [ERR_HTTP_CONTENT_LENGTH_MISMATCH]: Response body's content-length of 9 byte(s) does not match",
      },
      from: 'rebuilt from the template, Node.js 20.19.2 lib/internal/errors.js',
    },
  ],
  nearMisses: [
    { line: "  code: 'ERR_HTTP_CONTENT_LENGTH_MISMATCH'", because: 'the last line of the same error' },
  ],
});
