import { defineClue } from '#lib/catalogue/define.ts';

export const undertowHeaderTooLarge = defineClue({
  id: 'undertow/header-too-large',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['UT005006: '],
  means: 'Undertow closed a connection because the headers of its request were larger than it takes.',
  provenance: {
    project: 'undertow',
    file: 'core/src/main/java/io/undertow/UndertowLogger.java',
    version: '2.4.2',
  },
  pattern: /^UT005006: Connection from \S{1,100} terminated as request header was larger than \d+/,
  points: [{ cause: 'body-rejected', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:51,034 ERROR [io.undertow.request] (XNIO-1 task-1) UT005006: Connection from /192.0.2.7:51234 terminated as request header was larger than 1048576',
      gives: {},
      from: 'rebuilt from the template, Undertow 2.4.2 and WildFly',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
