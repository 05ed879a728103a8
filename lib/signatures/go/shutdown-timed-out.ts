import { defineClue } from '#lib/catalogue/define.ts';

export const goShutdownTimedOut = defineClue({
  id: 'go/shutdown-timed-out',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['context deadline exceeded'],
  means: 'A stop ran out of its time, and Go cuts the requests still in flight.',
  provenance: { project: 'go', file: 'src/net/http/server.go, Server.Shutdown', version: '1.19 to 1.24.9' },
  pattern: /^[^\n]{0,40}?[Ss]hut(?:ting )?[Dd]?(?:down)?[^\n]{0,80}?: context deadline exceeded$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -3_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 12:26:56 shutdown: context deadline exceeded',
      gives: {},
      from: 'captured, Go 1.19',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:56 Server forced to shutdown: context deadline exceeded',
      gives: {},
      from: 'the words of the gin guide, "Graceful restart or stop"',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:26:56 GET https://api.example.com/: context deadline exceeded',
      because: 'a call to another service',
      format: 'leading-time',
    },
  ],
});
