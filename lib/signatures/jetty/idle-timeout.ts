import { defineClue } from '#lib/catalogue/define.ts';

export const jettyIdleTimeout = defineClue({
  id: 'jetty/idle-timeout',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Idle timeout expired: '],
  means: 'A request or its answer stood still for idleTimeout, and Jetty closed the connection.',
  provenance: { project: 'jetty', file: 'jetty-io IdleTimeout.java', version: '9.4.57 to 12.0.14' },
  // Jetty's client throws the same at an application that calls others: only what the server's channel handled.
  pattern:
    /^handleException \S{1,2000} (?:java\.io\.IOException: )?java\.util\.concurrent\.TimeoutException: Idle timeout expired: \d+\/(?<limit>\d+) ms$/,
  points: [{ cause: 'backend-timeout', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:51.034:WARN:oejs.HttpChannel:qtp2128227771-16: handleException /read java.io.IOException: java.util.concurrent.TimeoutException: Idle timeout expired: 2001/2000 ms',
      gives: { limit: 2_000 },
      from: 'captured, Jetty 9.4.57',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: 'Caused by: java.util.concurrent.TimeoutException: Idle timeout expired: 30000/30000 ms',
      because: 'a request that the application sent itself with Jetty’s client',
    },
  ],
});
