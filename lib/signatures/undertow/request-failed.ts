import { defineClue } from '#lib/catalogue/define.ts';

export const undertowRequestFailed = defineClue({
  id: 'undertow/request-failed',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['UT005023: ', 'UT005071: '],
  means: 'A handler threw an exception: answered with 500, or cut short when the answer had begun.',
  provenance: {
    project: 'undertow',
    file: 'core/src/main/java/io/undertow/UndertowLogger.java',
    version: '2.4.2',
  },
  pattern:
    /^UT00(?:5023: Exception handling request to (?<target>\S{1,2000})|5071: Undertow request failed )/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:51,034 ERROR [io.undertow.request] (XNIO-1 task-1) UT005023: Exception handling request to /pay',
      gives: { target: '/pay' },
      from: 'rebuilt from the template, Undertow 2.4.2 and WildFly',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
