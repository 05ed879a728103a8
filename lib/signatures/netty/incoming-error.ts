import { defineClue } from '#lib/catalogue/define.ts';

export const nettyIncomingError = defineClue({
  id: 'netty/incoming-error',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Error was received while reading the incoming data'],
  means: 'Netty met an error while it read a request, and closed the connection.',
  provenance: {
    project: 'reactor-netty',
    file: 'reactor-netty-core/src/main/java/reactor/netty/channel/ChannelOperations.java',
    version: '1.0 to 1.3',
  },
  pattern:
    /^(?:\[[^\]]{1,200}\] )?Error was received while reading the incoming data\. The connection will be closed\.$/,
  points: [
    { cause: 'connection-rejected', strength: 'supporting' },
    { cause: 'body-rejected', strength: 'supporting' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:38.583 WARN 111997 --- [or-http-epoll-5] r.n.http.server.HttpServerOperations     : [c9a7e7bb-1, L:/192.0.2.111:82 - R:/192.0.2.2:56170] Error was received while reading the incoming data. The connection will be closed.',
      gives: {},
      from: 'rebuilt from the template, Reactor Netty 1.3',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
