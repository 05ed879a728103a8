import { defineAside } from '#lib/catalogue/define.ts';

export const h2oBadResponse = defineAside({
  id: 'h2o/bad-response',
  formats: ['h2o'],
  needles: [
    'failed to parse the response',
    'invalid content-length',
    'unexpected type of transfer-encoding',
    'line folding of header fields',
    'malformed HTTP frame',
    'protocol violation',
  ],
  means: 'The backend answered in no HTTP that H2O takes.',
  provenance: {
    project: 'H2O',
    file: 'lib/core/proxy.c, lib/common/http1client.c, lib/common/httpclient.c',
    version: '2.2.5 captured, 2.3.0-DEV (edd7a12) read',
    url: 'https://github.com/h2o/h2o',
  },
  pattern:
    /^(?:failed to parse the response(?: \(chunked\))?|invalid content-length|unexpected type of transfer-encoding|line folding of header fields is not supported|malformed HTTP frame|protocol violation)$/,
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'nobody',
  samples: [
    {
      line: '[lib/core/proxy.c] in request:/hdr/fin:failed to parse the response',
      gives: {},
      from: 'rebuilt from the template, h2o edd7a12 lib/common/httpclient.c',
    },
  ],
  nearMisses: [{ line: '[lib/core/proxy.c] in request:/hdr/fin:I/O error (head)', because: 'nothing came' }],
});
