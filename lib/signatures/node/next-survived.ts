import { defineClue } from '#lib/catalogue/define.ts';

export const nodeNextSurvived = defineClue({
  id: 'node/next-survived',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['uncaughtException: ', 'unhandledRejection: '],
  means:
    'Next.js caught an exception or a rejection that nobody handled: the process lives on, and the request may never be answered.',
  provenance: {
    project: 'Next.js',
    file: 'packages/next/src/server/lib/router-server.ts, logError; node-environment-extensions/process-error-handlers.tsx',
    version: '15 and 16',
  },
  pattern: /^ ?⨯ (?:uncaughtException|unhandledRejection): {1,2}(?<reason>\S.{0,200})/,
  points: [],
  within: { from: -65_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: ' ⨯ uncaughtException:  Error: boom',
      gives: { reason: 'Error: boom' },
      from: 'rebuilt from the template, Next.js 15 packages/next/src/server/lib/router-server.ts',
    },
    {
      line: '⨯ unhandledRejection: TypeError: Cannot read properties of undefined',
      gives: { reason: 'TypeError: Cannot read properties of undefined' },
      from: 'rebuilt from the template, Next.js 16 packages/next/src/server/node-environment-extensions/process-error-handlers.tsx',
    },
  ],
  nearMisses: [
    {
      line: 'uncaughtException: Error: boom',
      because: "a logger's words, after which a process usually exits",
    },
  ],
});
