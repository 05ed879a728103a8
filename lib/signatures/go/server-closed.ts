import { defineClue } from '#lib/catalogue/define.ts';

export const goServerClosed = defineClue({
  id: 'go/server-closed',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['http: Server closed'],
  means:
    'The server of a Go program was told to stop: it takes no new connections, and Shutdown waits for requests in flight.',
  provenance: { project: 'go', file: 'src/net/http/server.go, ErrServerClosed', version: '1.19 to 1.24.9' },
  pattern: /^(?:[^\n:]{1,80}: ){0,3}http: Server closed$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 500 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 12:26:54 serve: http: Server closed',
      gives: {},
      from: 'captured, Go 1.19',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
