import { defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const nodeNestStarted = defineClue({
  id: 'node/nest-started',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['Nest application successfully started'],
  means: 'A NestJS application started; in the middle of a life, the process before it is gone.',
  provenance: { project: 'nest', file: 'packages/core/constants.ts', version: '6 to 11' },
  pattern: /^(?:\[Nest\] \d+ .{0,80})?Nest application successfully started\b/,
  points: endedBefore,
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'node/uncaught-exit', within: { from: -120_000, to: 0 } },
    { of: 'node/heap-out-of-memory', within: { from: -120_000, to: 0 } },
    { of: 'node/native-stack', within: { from: -120_000, to: 0 } },
    { of: 'shell/killed', within: { from: -120_000, to: 0 } },
    { of: 'shell/crashed', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: '[Nest] 17  - 11/22/2026, 12:17:22 PM     LOG [NestApplication] Nest application successfully started +2ms',
      gives: {},
      from: 'rebuilt from the template, nest 10 packages/common/services/console-logger.service.ts',
    },
  ],
  nearMisses: [
    {
      line: '[Nest] 17  - 11/22/2026, 12:17:22 PM     LOG [NestFactory] Starting Nest application...',
      because: 'the first line of the same start',
    },
  ],
});
