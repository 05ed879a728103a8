import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatStop = defineClue({
  id: 'tomcat/stop',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: [
    'Pausing ProtocolHandler',
    'Stopping service [Catalina]',
    'A valid shutdown command was received',
  ],
  means: 'Tomcat was told to stop; it waits about two seconds for requests in flight and cuts them.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/coyote/LocalStrings.properties; java/org/apache/catalina/core/LocalStrings.properties',
    version: '9.0 to 11.0',
  },
  pattern:
    /^(?:Pausing ProtocolHandler \["[^"]{1,100}"\]|Stopping service \[Catalina\]|A valid shutdown command was received via the shutdown port\.)/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -15_000, to: 0 },
  consequences: [],
  endedBy: [{ of: 'tomcat/started' }],
  samples: [
    {
      line: '22-Nov-2026 12:24:54.739 INFO [Thread-1] org.apache.coyote.AbstractProtocol.pause Pausing ProtocolHandler ["http-nio-127.0.0.1-18000"]',
      gives: {},
      from: 'captured, Tomcat 10.1.60',
      format: 'leading-time',
    },
    {
      line: '22-Nov-2026 12:24:54.739 INFO [Thread-1] org.apache.catalina.core.StandardService.stopInternal Stopping service [Catalina]',
      gives: {},
      from: 'captured, Tomcat 10.1.60',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '22-Nov-2026 12:24:54.739 INFO [main] org.apache.catalina.core.StandardService.startInternal Starting service [Catalina]',
      because: 'the start',
      format: 'leading-time',
    },
  ],
});
