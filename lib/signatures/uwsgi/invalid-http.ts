import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiInvalidHttp = defineClue({
  id: 'uwsgi/invalid-http',
  formats: ['uwsgi', ...anyText],
  needles: ['invalid HTTP request'],
  means: 'What came to the HTTP socket has a header line that is none; uWSGI closed without an answer.',
  provenance: { project: 'uWSGI', file: 'proto/http.c', version: '2.0.30' },
  pattern: /^invalid HTTP request$/,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'Sun Nov 22 12:07:26 2026 - invalid HTTP request',
      gives: {},
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
  ],
  nearMisses: [
    { line: 'invalid HTTP request size (max 4096)...skip', because: 'good HTTP, only too much of it' },
  ],
});
