import { defineClue } from '#lib/catalogue/define.ts';

const fatal = /^fatal$/i;
/** What has a signature of its own: node/uncaught-logged. */
const told = /^\[?uncaught ?exception/i;

export const appFatalRecord = defineClue({
  id: 'app/fatal-record',
  formats: ['node-json', 'app-json', 'logfmt'],
  needles: [':60,', ': 60,', 'fatal', 'FATAL', 'Fatal'],
  means: 'The application logged at its highest level, fatal, as programs do just before they exit.',
  provenance: { project: 'pino', file: 'lib/constants.js', version: '10.4.0' },
  reads: ({ message, fields }) =>
    fatal.test(fields['level'] ?? '') && !told.test(message)
      ? [{ says: { reason: message.slice(0, 200) }, telling: message }]
      : [],
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '{"level":60,"time":1795349842933,"pid":21402,"hostname":"api-1","msg":"cannot go on without the orders table"}',
      gives: { reason: 'cannot go on without the orders table' },
      from: 'rebuilt from the template, pino 10 lib/constants.js',
    },
    {
      line: '{"level":"fatal","ts":1795349842.933,"caller":"app/main.go:41","msg":"listener closed"}',
      gives: { reason: 'listener closed' },
      from: 'rebuilt from the template, zap 1.27 zapcore/level.go',
      format: 'app-json',
    },
  ],
  nearMisses: [
    {
      line: '{"level":50,"time":1795349842933,"pid":21402,"hostname":"api-1","msg":"fatal: repository not found"}',
      because: 'an error like others that speaks of something fatal',
    },
  ],
});
