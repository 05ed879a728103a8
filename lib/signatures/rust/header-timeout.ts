import { defineClue } from '#lib/catalogue/define.ts';

export const rustHeaderTimeout = defineClue({
  id: 'rust/header-timeout',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['read header from client timeout'],
  means: 'hyper waited too long for the headers of a request, which also ends idle connections.',
  provenance: { project: 'hyper', file: 'src/error.rs', version: '1.11' },
  pattern: /^[^\n]{0,160}?read header from client timeout/,
  points: [
    { cause: 'keepalive-race', strength: 'supporting' },
    { cause: 'backend-timeout', strength: 'context' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:00:00.123456Z DEBUG shop::server: error serving connection: read header from client timeout',
      gives: {},
      from: 'rebuilt from the template, hyper 1.11 and tracing',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
