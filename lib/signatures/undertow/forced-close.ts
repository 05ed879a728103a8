import { defineClue } from '#lib/catalogue/define.ts';

export const undertowForcedClose = defineClue({
  id: 'undertow/forced-close',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['UT005085: '],
  means: 'The application left an answer unfinished, and Undertow closed its connection.',
  provenance: {
    project: 'undertow',
    file: 'core/src/main/java/io/undertow/UndertowLogger.java',
    version: '2.4.2',
  },
  pattern:
    /^UT005085: Connection \S{1,300} for exchange .{1,600}? was not closed cleanly, forcibly closing connection/,
  points: [{ cause: 'response-truncated', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:51,034 DEBUG [io.undertow.request] (XNIO-1 task-1) UT005085: Connection io.undertow.server.protocol.http.HttpServerConnection@5e91993f for exchange HttpServerExchange{ GET /pay} was not closed cleanly, forcibly closing connection',
      gives: {},
      from: 'rebuilt from the template, Undertow 2.4.2 and WildFly',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
