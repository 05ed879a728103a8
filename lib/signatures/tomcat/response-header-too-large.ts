import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatResponseHeaderTooLarge = defineClue({
  id: 'tomcat/response-header-too-large',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['HeadersTooLargeException'],
  means: 'The headers of an answer were larger than maxHttpHeaderSize, so Tomcat answered 500 instead.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/coyote/http11/Http11OutputBuffer.java',
    version: '9.0 to 11.0',
  },
  pattern: /^\s{0,8}(?:Caused by: )?org\.apache\.coyote\.http11\.HeadersTooLargeException: /,
  points: [{ cause: 'response-truncated', strength: 'context' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '\torg.apache.coyote.http11.HeadersTooLargeException: An attempt was made to write more data to the response headers than there was room available in the buffer. Increase maxHttpHeaderSize on the connector or write less data into the response headers.',
      gives: {},
      from: 'captured, Tomcat 10.1.60',
    },
  ],
  nearMisses: [],
});
