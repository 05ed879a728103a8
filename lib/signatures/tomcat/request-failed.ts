import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatRequestFailed = defineClue({
  id: 'tomcat/request-failed',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Failed to complete processing of a request'],
  means:
    'An error escaped from a request to the connector of Tomcat, which closed the connection; the next lines name it.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/coyote/AbstractProtocol.java',
    version: '9.0 to 11.0',
  },
  pattern: /^(?:Failed to complete processing of a request)$/,
  points: [
    { cause: 'crash', strength: 'strong' },
    { cause: 'oom-kill', strength: 'supporting' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [
    { of: 'jvm/out-of-memory', within: { from: -1_000, to: 1_000 } },
    { of: 'jvm/heap-dump', within: { from: -5_000, to: 1_000 } },
  ],
  samples: [
    {
      line: '22-Nov-2026 12:24:54.739 SEVERE [http-nio-127.0.0.1-18000-exec-9] org.apache.coyote.AbstractProtocol$ConnectionHandler.process Failed to complete processing of a request',
      gives: {},
      from: 'captured, Tomcat 10.1.60',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
