import { defineClue } from '#lib/catalogue/define.ts';

export const bunIdleTimeout = defineClue({
  id: 'bun/idle-timeout',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['Bun.serve() timed out a request'],
  means:
    'Bun closed a request whose connection was silent longer than idleTimeout, a slow handler included; said once in a life.',
  provenance: { project: 'bun', file: 'src/bun.js/api/server.zig, onTimeout', version: '1.4.5' },
  pattern: /^(?:warn: )?Bun\.serve\(\) timed out a request after (?<limit>\d+) seconds\./,
  adds: ({ limit = '' }) => ({ limit: Number(limit) * 1_000 }),
  points: [{ cause: 'backend-timeout', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'warn: Bun.serve() timed out a request after 10 seconds. Pass `idleTimeout` to configure.',
      gives: { limit: 10_000 },
      from: 'captured, Bun 1.4.5',
    },
  ],
  nearMisses: [],
});
