import { defineClue } from '#lib/catalogue/define.ts';

export const jettyHeaderTooLarge = defineClue({
  id: 'jetty/header-too-large',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Header is too large ', 'URI is too large '],
  means: 'Jetty refused a request whose path or headers are larger than it takes, and answered 414 or 431.',
  provenance: { project: 'jetty', file: 'jetty-http HttpParser.java', version: '9.4.57 to 12.0.14' },
  pattern: /^(?:Header|URI) is too large (?:\d+)?>\d+$/,
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:51.034:WARN:oejh.HttpParser:qtp2128227771-17: Header is too large 8193>8192',
      gives: {},
      from: 'captured, Jetty 9.4.57',
      format: 'leading-time',
    },
    {
      line: '2026-11-22 12:28:51.034:WARN:oejh.HttpParser:qtp2128227771-17: URI is too large >8192',
      gives: {},
      from: 'rebuilt from the template, Jetty 9.4.57',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
