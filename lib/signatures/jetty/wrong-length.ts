import { defineClue } from '#lib/catalogue/define.ts';

export const jettyWrongLength = defineClue({
  id: 'jetty/wrong-length',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: [' content-length'],
  means: 'The application sent less or more than its Content-Length said, and Jetty cut the connection.',
  provenance: { project: 'jetty', file: 'jetty-server internal/HttpChannelState.java', version: '12.0.14' },
  pattern: /^(?:\s{0,8}|Caused by: )?java\.io\.IOException: written (?<sent>\d+) [<>] \d+ content-length$/,
  points: [{ cause: 'response-truncated', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'java.io.IOException: written 9 < 1000 content-length',
      gives: { sent: 9 },
      from: 'rebuilt from the template, Jetty 12.0.14',
    },
  ],
  nearMisses: [],
});
