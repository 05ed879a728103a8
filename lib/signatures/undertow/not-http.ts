import { defineClue } from '#lib/catalogue/define.ts';

export const undertowNotHttp = defineClue({
  id: 'undertow/not-http',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['UT005014: '],
  means: 'What came to Undertow was no request that it could read: TLS on a plain port, or another protocol.',
  provenance: {
    project: 'undertow',
    file: 'core/src/main/java/io/undertow/UndertowLogger.java',
    version: '2.4.2',
  },
  pattern: /^UT005014: Failed to parse request/,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:51,034 ERROR [io.undertow.request] (XNIO-1 task-1) UT005014: Failed to parse request',
      gives: {},
      from: 'rebuilt from the template, Undertow 2.4.2 and WildFly',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
