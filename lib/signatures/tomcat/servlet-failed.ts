import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatServletFailed = defineClue({
  id: 'tomcat/servlet-failed',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Servlet.service() for servlet ['],
  means: 'A servlet threw an exception: answered with 500, or cut short when the answer had begun.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/catalina/core/StandardWrapperValve.java',
    version: '9.0 to 11.0',
  },
  pattern:
    /^Servlet\.service\(\) for servlet \[[^\]]{0,200}\] in context with path \[[^\]]{0,200}\] threw exception/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [{ of: 'jvm/out-of-memory', within: { from: -1_000, to: 1_000 } }],
  samples: [
    {
      line: '22-Nov-2026 12:24:54.739 SEVERE [http-nio-127.0.0.1-18000-exec-9] org.apache.catalina.core.StandardWrapperValve.invoke Servlet.service() for servlet [X] in context with path [] threw exception',
      gives: {},
      from: 'captured, Tomcat 10.1.60',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
