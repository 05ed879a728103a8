import { defineClue } from '#lib/catalogue/define.ts';

export const undertowBodyTooLarge = defineClue({
  id: 'undertow/body-too-large',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['UT000020: '],
  means: 'Undertow closed a connection because the body of its request was larger than it takes.',
  provenance: {
    project: 'undertow',
    file: 'core/src/main/java/io/undertow/UndertowMessages.java',
    version: '2.4.2',
  },
  pattern:
    /^(?:\s{0,8}|Caused by: |[\w.$]{1,160}: ){0,2}UT000020: Connection terminated as request was larger than (?<bytes>\d+)/,
  points: [{ cause: 'body-rejected', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'io.undertow.server.RequestTooBigException: UT000020: Connection terminated as request was larger than 10485760',
      gives: { bytes: 10_485_760 },
      from: 'rebuilt from the template, Undertow 2.4.2',
    },
  ],
  nearMisses: [],
});
