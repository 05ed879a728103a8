import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatRequestHeaderTooLarge = defineClue({
  id: 'tomcat/request-header-too-large',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Request header is too large'],
  means:
    'The headers of a request were larger than maxHttpRequestHeaderSize (8 KiB), so Tomcat answered 400.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/coyote/http11/LocalStrings.properties',
    version: '9.0 to 11.0',
  },
  pattern: /^\s{0,8}java\.lang\.IllegalArgumentException: Request header is too large$/,
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '\tjava.lang.IllegalArgumentException: Request header is too large',
      gives: {},
      from: 'rebuilt from the template, Tomcat 10.1.60',
    },
  ],
  nearMisses: [],
});
