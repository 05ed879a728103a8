import { defineClue } from '#lib/catalogue/define.ts';

export const jettyVersion = defineClue({
  id: 'jetty/version',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['jetty-9', 'jetty-1'],
  means: 'Jetty says which version it is.',
  provenance: { project: 'jetty', file: 'jetty-server Server.java, doStart', version: '9.4.57 to 12.0.14' },
  pattern: /^jetty-(?<version>\d+\.\d+\.\d+)[\w.-]{0,30}; built/,
  points: [],
  within: { from: -5_000, to: 60_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:51.034:INFO:oejs.Server:main: jetty-9.4.57.v20241219; built: unknown; git: unknown; jvm 17.0.21+9',
      gives: { version: '9.4.57' },
      from: 'captured, Jetty 9.4.57',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
