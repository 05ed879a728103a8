import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatRequestsInFlight = defineClue({
  id: 'tomcat/requests-in-flight',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['to be deallocated for Servlet'],
  means: 'Tomcat stops and waits for requests in flight, which it will cut after two seconds.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/catalina/core/LocalStrings.properties, standardWrapper.waiting',
    version: '9.0 to 11.0',
  },
  pattern: /^Waiting for \[\d+\] instance\(s\) to be deallocated for Servlet \[[^\]]{1,200}\]$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -6_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '22-Nov-2026 12:24:54.739 INFO [Thread-1] org.apache.catalina.core.StandardWrapper.unload Waiting for [1] instance(s) to be deallocated for Servlet [X]',
      gives: {},
      from: 'captured, Tomcat 10.1.60',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
