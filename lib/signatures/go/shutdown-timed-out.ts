import { defineClue } from '#lib/catalogue/define.ts';

export const goShutdownTimedOut = defineClue({
  id: 'go/shutdown-timed-out',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['context deadline exceeded'],
  means: 'A stop ran out of its time, and Go cuts the requests still in flight.',
  provenance: { project: 'go', file: 'src/net/http/server.go, Server.Shutdown', version: '1.19 to 1.24.9' },
  // Neither a URL that a client chose, nor the stop of a part: exporters and consumers are told to shut down as well.
  pattern:
    /^(?![^\n]{0,200}\b(?:redis|database|db|kafka|consumer|producer|trac(?:er|ing)|telemetry|otel|exporter|meter|metrics|provider|pool|queue|client)\b)(?:[^\n"'`/]{0,60}?\b(?:server|https?|listener) (?:[^\n"'`/]{0,40}? )?shut(?:ting )?[ -]?down\b|(?:[^\n"'`/]{0,40}? )?shut(?:ting )?[ -]?down (?:[^\n"'`/]{0,40}? )?(?:server|https?|listener)\b|(?:(?:graceful|forced) )?shutdown)(?:[ :][^\n"'`/]{0,60}?)?: ?context deadline exceeded$/i,
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
    {
      line: '2026/11/22 12:26:56 HTTP server Shutdown: context deadline exceeded',
      gives: {},
      from: "the words of net/http's example of Server.Shutdown",
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:56 failed to shut down the HTTP server: context deadline exceeded',
      gives: {},
      from: 'usual words',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:26:56 GET https://api.example.com/: context deadline exceeded',
      because: 'a call to another service',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:56 Get "http://reports/shut?down=server": context deadline exceeded',
      because: 'a URL that a client may have chosen',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:56 GET /shutdown http: context deadline exceeded',
      because: 'a target that a client chose',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:56 redis shut off: context deadline exceeded',
      because: 'another service',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:56 shutdown tracer provider: context deadline exceeded',
      because: 'a part of the program that serves no requests',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:56 shutting down the consumer: context deadline exceeded',
      because: 'a part of the program that serves no requests',
      format: 'leading-time',
    },
  ],
});
