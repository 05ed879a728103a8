import { defineClue } from '#lib/catalogue/define.ts';

export const nettyResponseFailed = defineClue({
  id: 'netty/response-failed',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Error finishing response. Closing connection'],
  means: 'The application raised an error after its answer had begun, and Netty closed the connection.',
  provenance: {
    project: 'reactor-netty',
    file: 'reactor-netty-http/src/main/java/reactor/netty/http/server/HttpServerOperations.java',
    version: '1.0 to 1.3',
  },
  pattern: /^(?:\[[^\]]{1,200}\] )?Error finishing response\. Closing connection$/,
  points: [{ cause: 'response-truncated', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:38.583 ERROR 111997 --- [or-http-epoll-5] r.n.http.server.HttpServerOperations     : [c9a7e7bb-1, L:/192.0.2.111:82 - R:/192.0.2.2:56170] Error finishing response. Closing connection',
      gives: {},
      from: 'published, Reactor Netty 1 under Spring Boot, its addresses replaced',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
