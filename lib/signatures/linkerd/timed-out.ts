import { defineAside } from '#lib/catalogue/define.ts';

export const linkerdTimedOut = defineAside({
  id: 'linkerd/timed-out',
  formats: ['linkerd'],
  needles: [
    'timed out waiting for response',
    'response header timeout',
    'response stream timeout',
    'request timeout:',
    'timed out processing',
  ],
  means: 'linkerd-proxy gave up waiting for the backend, which had not closed.',
  provenance: {
    project: 'linkerd2-proxy',
    file: 'linkerd/app/core/src/errors/respond.rs',
    version: '29637b6 (2026-08)',
    url: 'https://github.com/linkerd/linkerd2-proxy',
  },
  pattern:
    /^(?:(?:HTTP\/\d\.\d|gRPC) request|Request) failed error=.{0,1500}?(?:timed out waiting for response headers|timed out processing response stream|response (?:header|stream) timeout|request timeout): /,
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '[  1056.129346s]  INFO ThreadId(01) inbound:server{port=8080}:rescue{client.addr=10.42.0.20:46718}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=timed out waiting for response headers: request timeout: 1s path="/cart"',
      gives: { target: '/cart' },
      from: 'rebuilt from the template, linkerd2-proxy 29637b6 linkerd/app/core/src/errors/respond.rs',
    },
  ],
  nearMisses: [
    {
      line: '[  1056.129346s]  INFO ThreadId(01) inbound:server{port=8080}:rescue{client.addr=10.42.0.20:46718}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=connect timed out after 1s path="/cart"',
      because: 'there was no connection',
    },
  ],
});
