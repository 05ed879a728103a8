import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseOf } from '#lib/catalogue/define-nginx.ts';

export const nginxPrematurelyClosedStream = defineSymptom({
  id: 'nginx/prematurely-closed-stream',
  formats: ['nginx-error'],
  needles: ['upstream prematurely closed'],
  means: 'The backend ended an HTTP/2 or gRPC stream before its response was whole.',
  provenance: {
    project: 'nginx',
    file: 'src/http/modules/ngx_http_grpc_module.c, ngx_http_proxy_v2_module.c',
    version: 'release-1.31.4',
  },
  pattern: /^upstream prematurely closed stream/,
  adds: (_, event) => ({ ...phaseOf(event), by: 'other' }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 11:54:43 [error] 88#0: *147 upstream prematurely closed stream while reading upstream, client: 192.0.2.9, server: grpc.example.com, request: "POST /shop.Orders/List HTTP/2.0", upstream: "grpc://192.0.2.37:50051", host: "grpc.example.com"',
      gives: { phase: 'body', by: 'other', scheme: 'grpc', upstream: '192.0.2.37:50051' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:43 [info] 88#0: *147 client prematurely closed stream while reading client request body, client: 192.0.2.9, server: grpc.example.com, request: "POST /shop.Orders/List HTTP/2.0", host: "grpc.example.com"',
      because: 'the client closed',
    },
  ],
});
