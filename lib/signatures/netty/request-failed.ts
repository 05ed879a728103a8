import { defineClue } from '#lib/catalogue/define.ts';

export const nettyRequestFailed = defineClue({
  id: 'netty/request-failed',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Error starting response. Replying error status'],
  means: 'The application raised an error before its answer had begun, which Netty answered with an error.',
  provenance: {
    project: 'reactor-netty',
    file: 'reactor-netty-http/src/main/java/reactor/netty/http/server/HttpServerOperations.java',
    version: '1.0 to 1.3',
  },
  pattern: /^(?:\[[^\]]{1,200}\] )?Error starting response\. Replying error status$/,
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:38.583 ERROR 111997 --- [or-http-epoll-5] r.n.http.server.HttpServerOperations     : [c9a7e7bb-1, L:/192.0.2.111:82 - R:/192.0.2.2:56170] Error starting response. Replying error status',
      gives: {},
      from: 'rebuilt from the template, Reactor Netty 1.3',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
