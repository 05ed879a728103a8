import { defineAside } from '#lib/catalogue/define.ts';

export const h2oTimedOut = defineAside({
  id: 'h2o/timed-out',
  formats: ['h2o'],
  needles: ['I/O timeout', 'first byte timeout'],
  means: 'H2O gave up waiting for the backend, which had not closed.',
  provenance: {
    project: 'H2O',
    file: 'lib/core/proxy.c, lib/common/http1client.c, lib/common/httpclient.c',
    version: '2.2.5 captured, 2.3.0-DEV (edd7a12) read',
    url: 'https://github.com/h2o/h2o',
  },
  pattern: /^(?:I\/O|first byte) timeout$/,
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '[lib/core/proxy.c] in request:/slow:I/O timeout',
      gives: { target: '/slow' },
      from: 'captured, h2o 2.2.5',
    },
  ],
  nearMisses: [
    { line: '[lib/core/proxy.c] in request:/hdr/fin:I/O error (head)', because: 'the backend closed' },
  ],
});
