import { defineClue } from '#lib/catalogue/define.ts';

export const jettyStop = defineClue({
  id: 'jetty/stop',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Stopped ServerConnector@', 'Stopped oejs.ServerConnector@'],
  means: 'Jetty stopped; requests in flight are cut unless a graceful handler waits for them.',
  provenance: {
    project: 'jetty',
    file: 'jetty-server AbstractConnector.java, doStop',
    version: '9.4.57 to 12.0.14',
  },
  pattern: /^Stopped (?:oejs\.)?ServerConnector@[0-9a-f]{1,16}\{/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [],
  endedBy: [{ of: 'jetty/started' }],
  samples: [
    {
      line: '2026-11-22 12:28:51.034:INFO:oejs.AbstractConnector:JettyShutdownThread: Stopped ServerConnector@2401f4c3{HTTP/1.1, (http/1.1)}{127.0.0.1:18000}',
      gives: {},
      from: 'captured, Jetty 9.4.57',
      format: 'leading-time',
    },
    {
      line: '2026-11-22 12:28:51.034:INFO:oejs.AbstractConnector:JettyShutdownThread: Stopped oejs.ServerConnector@2401f4c3{HTTP/1.1, (http/1.1)}{0.0.0.0:8080}',
      gives: {},
      from: 'rebuilt from the template, Jetty 12.0.14',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
