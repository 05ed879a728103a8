import { defineAside } from '#lib/catalogue/define.ts';

export const h2oNotConnected = defineAside({
  id: 'h2o/not-connected',
  formats: ['h2o'],
  needles: [
    'connection failed',
    'connection failure',
    'connection refused',
    'connection timed out',
    'connection timeout',
    'network unreachable',
    'host unreachable',
    'ssl handshake failure',
  ],
  means: 'H2O could not connect to the backend.',
  provenance: {
    project: 'H2O',
    file: 'lib/core/proxy.c, lib/common/http1client.c, lib/common/httpclient.c',
    version: '2.2.5 captured, 2.3.0-DEV (edd7a12) read',
    url: 'https://github.com/h2o/h2o',
  },
  pattern:
    /^(?:connection (?:failed|failure|refused|timed out|timeout)|(?:network|host) unreachable|ssl handshake failure)$/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '[lib/core/proxy.c] in request:/:connection failed',
      gives: { phase: 'connect' },
      from: 'captured, h2o 2.2.5',
    },
    {
      line: '[lib/core/proxy.c] in request:/hdr/fin:connection refused',
      gives: { phase: 'connect' },
      from: 'rebuilt from the template, h2o edd7a12 lib/common/httpclient.c',
    },
  ],
  nearMisses: [
    { line: '[lib/core/proxy.c] in request:/hdr/fin:I/O error (head)', because: 'the connection was up' },
  ],
});
