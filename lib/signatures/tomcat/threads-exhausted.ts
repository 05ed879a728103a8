import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatThreadsExhausted = defineClue({
  id: 'tomcat/threads-exhausted',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['created for connector with address'],
  means: 'Every thread of a connector of Tomcat was busy; said once in a life.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/tomcat/util/net/LocalStrings.properties, endpoint.warn.maxThreads',
    version: '7.0 to 8.0',
  },
  pattern: /^Maximum number of threads \(\d+\) created for connector with address \[/,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -30_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '22-Nov-2026 12:24:54.739 SEVERE [http-bio-8080-Acceptor-0] org.apache.tomcat.util.net.JIoEndpoint.processSocket Maximum number of threads (200) created for connector with address [null] and port [8080]',
      gives: {},
      from: 'rebuilt from the template, Tomcat 7.0',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
