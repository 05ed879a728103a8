import { defineClue } from '#lib/catalogue/define.ts';

export const nettyDecodingFailed = defineClue({
  id: 'netty/decoding-failed',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Decoding failed: '],
  means: 'Netty could not read a request: no HTTP, or headers over its limits.',
  provenance: {
    project: 'reactor-netty',
    file: 'reactor-netty-http/src/main/java/reactor/netty/http/server/HttpServerOperations.java',
    version: '1.0 to 1.3',
  },
  pattern: /^(?:\[[^\]]{1,200}\] )?Decoding failed: /,
  points: [
    { cause: 'protocol-mismatch', strength: 'supporting' },
    { cause: 'body-rejected', strength: 'supporting' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:38.583 WARN 111997 --- [or-http-epoll-5] r.n.http.server.HttpServerOperations     : [c9a7e7bb-1, L:/192.0.2.111:82 - R:/192.0.2.2:56170] Decoding failed: FULL_REQUEST(decodeResult: failure(io.netty.handler.codec.http.TooLongHttpHeaderException: HTTP header is larger than 8192 bytes.), version: HTTP/1.0, content: UnpooledByteBufAllocator$InstrumentedUnpooledUnsafeHeapByteBuf(ridx: 0, widx: 0, cap: 0))',
      gives: {},
      from: 'rebuilt from the template, Reactor Netty 1.3',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
