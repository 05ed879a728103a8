import { defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const jettyStarted = defineClue({
  id: 'jetty/started',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Started ServerConnector@', 'Started oejs.ServerConnector@'],
  means: 'Jetty began to listen; in the middle of a life, the process before it is gone.',
  provenance: {
    project: 'jetty',
    file: 'jetty-server AbstractConnector.java, doStart',
    version: '9.4.57 to 12.0.14',
  },
  pattern:
    /^Started (?:oejs\.)?ServerConnector@[0-9a-f]{1,16}\{[^{}]{1,100}\}\{(?<listens>[^{}\s]{1,108})\}$/,
  points: endedBefore,
  within: { from: -1_000, to: 60_000 },
  consequences: [
    { of: 'jetty/stop', within: { from: -180_000, to: 0 } },
    { of: 'jvm/out-of-memory-exit', within: { from: -180_000, to: 0 } },
    { of: 'jvm/fatal-error', within: { from: -180_000, to: 0 } },
  ],
  samples: [
    {
      line: '2026-11-22 12:28:51.034:INFO:oejs.AbstractConnector:main: Started ServerConnector@2401f4c3{HTTP/1.1, (http/1.1)}{127.0.0.1:18000}',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, Jetty 9.4.57',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
