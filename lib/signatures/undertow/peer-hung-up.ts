import { defineClue } from '#lib/catalogue/define.ts';

export const undertowPeerHungUp = defineClue({
  id: 'undertow/peer-hung-up',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['UT000128: '],
  means: 'The proxy or the client hung up in the middle of a request: here the backend did not close first.',
  provenance: {
    project: 'undertow',
    file: 'core/src/main/java/io/undertow/UndertowMessages.java',
    version: '2.4.2',
  },
  pattern:
    /^(?:\s{0,8}|Caused by: |[\w.$]{1,160}: ){0,2}UT000128: Remote peer closed connection before all data could be read/,
  points: [],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'java.io.IOException: UT000128: Remote peer closed connection before all data could be read',
      gives: {},
      from: 'rebuilt from the template, Undertow 2.4.2',
    },
  ],
  nearMisses: [],
});
