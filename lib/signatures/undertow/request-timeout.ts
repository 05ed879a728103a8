import { defineClue } from '#lib/catalogue/define.ts';

export const undertowRequestTimeout = defineClue({
  id: 'undertow/request-timeout',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['UT005027: '],
  means: 'Undertow gave up on a request that took longer than its limit.',
  provenance: {
    project: 'undertow',
    file: 'core/src/main/java/io/undertow/UndertowLogger.java',
    version: '2.4.2',
  },
  pattern: /^UT005027: Timing out request to (?<target>\S{1,2000})/,
  points: [{ cause: 'backend-timeout', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:51,034 ERROR [io.undertow.request] (XNIO-1 task-1) UT005027: Timing out request to /pay',
      gives: { target: '/pay' },
      from: 'rebuilt from the template, Undertow 2.4.2 and WildFly',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
