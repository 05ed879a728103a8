import { defineClue } from '#lib/catalogue/define.ts';

export const nodeRequestTimeout = defineClue({
  id: 'node/request-timeout',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['ERR_HTTP_REQUEST_TIMEOUT]: '],
  means:
    'A request did not arrive whole within requestTimeout or headersTimeout, and Node closed its connection.',
  provenance: { project: 'node', file: 'lib/_http_server.js', version: '14.11.0 to 24.21.0' },
  pattern: /^(?:Uncaught )?(?<reason>Error \[ERR_HTTP_REQUEST_TIMEOUT\]: Request timeout)/,
  points: [{ cause: 'backend-timeout', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'Error [ERR_HTTP_REQUEST_TIMEOUT]: Request timeout',
      gives: { reason: 'Error [ERR_HTTP_REQUEST_TIMEOUT]: Request timeout' },
      from: 'rebuilt from the template, Node.js 20.19.2 lib/internal/errors.js',
    },
  ],
  nearMisses: [
    { line: "  code: 'ERR_HTTP_REQUEST_TIMEOUT'", because: 'the last line of the same error' },
    { line: 'Error: Request timeout', because: 'an HTTP client that this application uses gave up' },
  ],
});
