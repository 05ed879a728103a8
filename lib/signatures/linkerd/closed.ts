import { defineSymptom } from '#lib/catalogue/define.ts';

export const linkerdClosed = defineSymptom({
  id: 'linkerd/closed',
  formats: ['linkerd'],
  needles: [
    'connection closed before message completed',
    '(SendRequest)',
    'os error 104',
    'os error 32',
    'connection error:',
  ],
  means:
    'The backend closed the connection before its whole response header had come, or while the request was being sent; what closes in the body linkerd-proxy does not log.',
  provenance: {
    project: 'linkerd2-proxy',
    file: 'linkerd/app/core/src/errors/respond.rs',
    version: '29637b6 (2026-08)',
    url: 'https://github.com/linkerd/linkerd2-proxy',
  },
  pattern:
    /^(?:(?:HTTP\/\d\.\d|gRPC) request|Request) failed error=.{0,1500}?(?:connection closed before message completed|client error \(SendRequest\)|(?<reason>Connection reset by peer|Broken pipe) \(os error \d+\))/,
  adds: ({ reason }, { message }) => ({
    phase: reason === 'Broken pipe' ? 'request' : 'header',
    by:
      reason || message.includes('Connection reset by peer')
        ? 'reset'
        : message.includes('connection closed before message completed')
          ? 'fin'
          : 'other',
  }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[  1056.129346s]  INFO ThreadId(01) inbound:server{port=8080}:rescue{client.addr=10.42.0.20:46718}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=client error (SendRequest) error.sources=[connection closed before message completed] path="/cart"',
      gives: {
        phase: 'header',
        by: 'fin',
        upstream: '127.0.0.1:8080',
        target: '/cart',
        client: '10.42.0.20',
      },
      from: 'rebuilt from the template, linkerd2-proxy 29637b6 linkerd/app/core/src/errors/respond.rs',
    },
    {
      line: '[  1056.129346s]  INFO ThreadId(01) inbound:server{port=8080}:rescue{client.addr=10.42.0.20:46718}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=server 10.42.0.9:8080: service shop.local: Connection reset by peer (os error 104) path="/cart"',
      gives: { phase: 'header', by: 'reset', upstream: '10.42.0.9:8080', reason: 'Connection reset by peer' },
      from: 'rebuilt from the template, linkerd2-proxy 29637b6 linkerd/app/core/src/errors/respond.rs',
    },
  ],
  nearMisses: [
    {
      line: '[    10.296293s]  INFO ThreadId(01) inbound:server{port=8000}:rescue{client.addr=10.42.0.1:35676}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=error trying to connect: Connection refused (os error 111) error.sources=[Connection refused (os error 111)]',
      because: 'no connection was made',
    },
    {
      line: '[    49.103266s]  INFO ThreadId(01) outbound:proxy{addr=10.43.38.167:8080}:rescue{client.addr=10.42.1.21:37866}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=logical service 10.43.38.167:8080: route default.http: backend Service.playground.shop-http:8080: Service.playground.shop-http:8080: service in fail-fast error.sources=[route default.http: backend Service.playground.shop-http:8080: Service.playground.shop-http:8080: service in fail-fast]',
      because: 'no backend was asked',
    },
  ],
});
