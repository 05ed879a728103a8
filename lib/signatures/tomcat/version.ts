import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatVersion = defineClue({
  id: 'tomcat/version',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Starting Servlet engine: [Apache Tomcat/'],
  means: 'Tomcat says which version it is.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/catalina/core/LocalStrings.properties, standardEngine.start',
    version: '9.0 to 11.0',
  },
  pattern: /^Starting Servlet engine: \[Apache Tomcat\/(?<version>\d[\w.-]{0,30})/,
  points: [],
  within: { from: -5_000, to: 60_000 },
  consequences: [],
  samples: [
    {
      line: '22-Nov-2026 12:24:54.739 INFO [main] org.apache.catalina.core.StandardEngine.startInternal Starting Servlet engine: [Apache Tomcat/10.1.60 (Debian)]',
      gives: { version: '10.1.60' },
      from: 'captured, Tomcat 10.1.60',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
