import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatRequestHeaderRejected = defineClue({
  id: 'tomcat/request-header-rejected',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Error parsing HTTP request header'],
  means: 'Tomcat could not read a request and answered 400; only the first one in a life is logged so.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/coyote/http11/Http11Processor.java',
    version: '9.0 to 11.0',
  },
  pattern: /^Error parsing HTTP request header(?=\s|$)/,
  points: [
    { cause: 'protocol-mismatch', strength: 'supporting' },
    { cause: 'body-rejected', strength: 'supporting' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '22-Nov-2026 12:24:54.739 INFO [http-nio-127.0.0.1-18000-exec-9] org.apache.coyote.http11.Http11Processor.service Error parsing HTTP request header',
      gives: {},
      from: 'captured, Tomcat 10.1.60',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
