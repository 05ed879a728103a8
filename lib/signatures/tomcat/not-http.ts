import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatNotHttp = defineClue({
  id: 'tomcat/not-http',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Invalid character found in method name'],
  means: 'What came to Tomcat was no HTTP/1.1 request: TLS on a plain port, HTTP/2, or another protocol.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/coyote/http11/LocalStrings.properties',
    version: '9.0 to 11.0',
  },
  pattern: /^\s{0,8}java\.lang\.IllegalArgumentException: Invalid character found in method name \[/,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '\tjava.lang.IllegalArgumentException: Invalid character found in method name [0x160x030x010x01$0x010x000x01 ]. HTTP method names must be tokens',
      gives: {},
      from: 'captured, Tomcat 10.1.60',
    },
  ],
  nearMisses: [],
});
