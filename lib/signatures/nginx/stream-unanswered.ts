import { defineSymptom } from '#lib/catalogue/define.ts';

export const nginxStreamUnanswered = defineSymptom({
  id: 'nginx/stream-unanswered',
  formats: ['nginx-error'],
  needles: ['upstream disconnected'],
  means:
    'The backend ended a TCP connection that the stream module proxied: it had received bytes of the client and had sent none.',
  provenance: {
    project: 'nginx',
    file: 'src/stream/ngx_stream_proxy_module.c, ngx_stream_proxy_test_finalize',
    version: 'release-1.31.4',
  },
  // Said at level info of every session that the backend ended, and after a reset as well: only the figures tell them
  // apart. A PROXY header is counted as sent, so what came from the client is looked at too.
  pattern:
    /^upstream disconnected, bytes from\/to client:[1-9]\d{0,17}\/0, bytes from\/to upstream:(?<received>0)\/(?<sent>[1-9]\d{0,17})$/,
  adds: { phase: 'tunnel', by: 'other', scheme: 'tcp' },
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '2026/11/22 11:54:44 [info] 28338#28338: *163 upstream disconnected, bytes from/to client:86/0, bytes from/to upstream:0/86',
      gives: { phase: 'tunnel', by: 'other', scheme: 'tcp', connection: '163', received: 0, sent: 86 },
      from: 'captured, nginx 1.22.1, stream module',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:44 [info] 28338#28338: *167 upstream disconnected, bytes from/to client:89/167, bytes from/to upstream:167/89',
      because: 'the backend had answered: of a proxied TCP connection nobody knows whether that was all',
    },
    {
      line: '2026/11/22 11:54:44 [info] 28338#28338: *171 client disconnected, bytes from/to client:86/0, bytes from/to upstream:0/86',
      because: 'the client left before it had an answer',
    },
    {
      line: '2026/11/22 11:54:44 [info] 28338#28338: *173 upstream disconnected, bytes from/to client:0/0, bytes from/to upstream:0/45',
      because: 'nobody had asked anything: what went to the backend is the PROXY header',
    },
  ],
});
