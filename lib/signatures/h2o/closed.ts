import { defineSymptom } from '#lib/catalogue/define.ts';

export const h2oClosed = defineSymptom({
  id: 'h2o/closed',
  formats: ['h2o'],
  needles: ['I/O error'],
  means:
    'The backend closed the connection: H2O does not tell a reset from an orderly close, and since 2.3 not how far the answer had come; a chunked answer that ends early by FIN leaves no line.',
  provenance: {
    project: 'H2O',
    file: 'lib/core/proxy.c, lib/common/http1client.c, lib/common/httpclient.c',
    version: '2.2.5 captured, 2.3.0-DEV (edd7a12) read',
    url: 'https://github.com/h2o/h2o',
  },
  pattern: /^I\/O error(?: \((?:head|send request|(?<reason>body); (?:content-length|chunked))\))?$/,
  adds: ({ reason }, { message }) => ({
    ...(message === 'I/O error'
      ? {}
      : { phase: reason ? 'body' : message.includes('send') ? 'request' : 'header' }),
    by: 'other',
  }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[lib/core/proxy.c] in request:/hdr/fin:I/O error (head)',
      gives: { phase: 'header', by: 'other', target: '/hdr/fin' },
      from: 'captured, h2o 2.2.5',
    },
    {
      line: '[lib/core/proxy.c] in request:/body/clfin:I/O error (body; content-length)',
      gives: { phase: 'body', by: 'other', reason: 'body', target: '/body/clfin' },
      from: 'captured, h2o 2.2.5',
    },
    {
      line: '[lib/core/proxy.c] in request:/hdr/fin:I/O error',
      gives: { by: 'other' },
      from: 'rebuilt from the template, h2o edd7a12 lib/common/httpclient.c',
    },
  ],
  nearMisses: [
    { line: '[lib/core/proxy.c] in request:/slow:I/O timeout', because: 'H2O gave up' },
    { line: '[lib/core/proxy.c] in request:/:connection failed', because: 'no connection was made' },
  ],
});
