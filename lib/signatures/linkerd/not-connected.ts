import { defineAside } from '#lib/catalogue/define.ts';

export const linkerdNotConnected = defineAside({
  id: 'linkerd/not-connected',
  formats: ['linkerd'],
  needles: [
    'Connection refused',
    'connect timed out after',
    'service in fail-fast',
    'service unavailable',
    'loop detected',
  ],
  means:
    'linkerd-proxy did not connect to the backend: refused, too slow, or given up on for now (fail-fast).',
  provenance: {
    project: 'linkerd2-proxy',
    file: 'linkerd/app/core/src/errors/respond.rs',
    version: '29637b6 (2026-08)',
    url: 'https://github.com/linkerd/linkerd2-proxy',
  },
  pattern:
    /^(?:(?:HTTP\/\d\.\d|gRPC) request|Request) failed error=.{0,1500}?(?:Connection refused \(os error \d+\)|connect timed out after|service in fail-fast|service unavailable)/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '[    10.296293s]  INFO ThreadId(01) inbound:server{port=8000}:rescue{client.addr=10.42.0.1:35676}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=error trying to connect: Connection refused (os error 111) error.sources=[Connection refused (os error 111)]',
      gives: { phase: 'connect', upstream: '127.0.0.1:8000' },
      from: 'published, linkerd-proxy 2.14',
    },
    {
      line: '[    49.103266s]  INFO ThreadId(01) outbound:proxy{addr=10.43.38.167:8080}:rescue{client.addr=10.42.1.21:37866}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=logical service 10.43.38.167:8080: route default.http: backend Service.playground.shop-http:8080: Service.playground.shop-http:8080: service in fail-fast error.sources=[route default.http: backend Service.playground.shop-http:8080: Service.playground.shop-http:8080: service in fail-fast]',
      gives: { phase: 'connect' },
      from: 'published, linkerd-proxy 2.17, names changed',
    },
  ],
  nearMisses: [
    {
      line: '[  1056.129346s]  INFO ThreadId(01) inbound:server{port=8080}:rescue{client.addr=10.42.0.20:46718}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=client error (SendRequest) error.sources=[connection closed before message completed] path="/cart"',
      because: 'the connection was up',
    },
  ],
});
