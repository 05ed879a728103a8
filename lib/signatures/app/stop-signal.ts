import { defineClue } from '#lib/catalogue/define.ts';

export const appStopSignal = defineClue({
  id: 'app/stop-signal',
  formats: ['node-json', 'app-json', 'plain', 'leading-time', 'logfmt'],
  needles: ['SIGTERM', 'SIGINT', 'SIGQUIT'],
  means: 'The application was told to stop.',
  provenance: { project: 'express', file: 'guide, "Health checks and graceful shutdown"', version: 'any' },
  pattern:
    /^(?:[^\w\s]{1,4} ?)?(?:(?:Received|Got|Caught|Process|Server|App) )?\[?(?<signal>SIG(?:TERM|INT|QUIT))\]?(?: signal)?(?: (?:was )?(?:received|caught)\b|[,:.]|$| - | (?:S|s)hutting| (?:S|s)topping)(?! indicating)/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 0 },
  consequences: [],
  samples: [
    {
      line: 'SIGTERM signal received: closing HTTP server',
      gives: { signal: 'SIGTERM' },
      from: 'the Express guide, "Health checks and graceful shutdown"',
      format: 'plain',
    },
    {
      line: '{"level":30,"time":1795349842933,"pid":21402,"hostname":"api-1","msg":"Received SIGTERM, shutting down gracefully"}',
      gives: { signal: 'SIGTERM' },
      from: 'usual words, pino 10',
    },
    { line: 'SIGINT received', gives: { signal: 'SIGINT' }, from: 'usual words', format: 'plain' },
  ],
  nearMisses: [
    { line: 'received SIGTERM indicating exit request', because: 'supervisord speaks', format: 'plain' },
    { line: 'SIGINT/SIGQUIT received...killing workers...', because: 'uWSGI speaks', format: 'plain' },
    { line: 'SIGTERM handler installed', because: 'the application is starting', format: 'plain' },
  ],
});
