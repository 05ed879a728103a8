import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatBodyTooLarge = defineClue({
  id: 'tomcat/body-too-large',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['the request was rejected because its size'],
  means:
    'A request body was larger than the limit; what Tomcat does not swallow of it resets the connection.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/tomcat/util/http/fileupload/impl/SizeLimitExceededException.java',
    version: '9.0 to 11.0',
  },
  pattern:
    /^\s{0,8}(?:Caused by: )?(?:[\w.$]{1,200}: )?[\w.$]{1,200}SizeLimitExceededException: the request was rejected because its size \((?<bytes>\d+)\) exceeds the configured maximum \(\d+\)/,
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '\tjava.lang.IllegalStateException: org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException: the request was rejected because its size (6000192) exceeds the configured maximum (2000)',
      gives: { bytes: 6_000_192 },
      from: 'captured, Tomcat 10.1.60',
    },
    {
      line: '\tCaused by: org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException: the request was rejected because its size (6000192) exceeds the configured maximum (2000)',
      gives: { bytes: 6_000_192 },
      from: 'captured, Tomcat 10.1.60',
    },
  ],
  nearMisses: [],
});
