import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatPeerHungUp = defineClue({
  id: 'tomcat/peer-hung-up',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['ClientAbortException'],
  means: 'The proxy or the client hung up before its answer was whole: here the backend did not close first.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/catalina/connector/ClientAbortException.java',
    version: '9.0 to 11.0',
  },
  pattern: /^\s{0,8}(?:Caused by: )?org\.apache\.catalina\.connector\.ClientAbortException\b/,
  points: [],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'org.apache.catalina.connector.ClientAbortException: java.io.IOException: Broken pipe',
      gives: {},
      from: 'rebuilt from the template, Tomcat 10.1.60',
    },
  ],
  nearMisses: [],
});
