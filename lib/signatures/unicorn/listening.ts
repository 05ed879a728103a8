import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornListening = defineClue({
  id: 'unicorn/listening',
  formats: ['unicorn', ...anyText],
  needles: ['listening on addr='],
  means: 'unicorn says where it listens.',
  provenance: { project: 'unicorn', file: 'lib/unicorn/http_server.rb, listen', version: '6.0.0 to 6.1.0' },
  // Where it stands says which upstream the log belongs to, and nothing about a close.
  pattern: /^(?:listening on|inherited) addr=(?<listens>\S{1,108}) fd=\d+$/,
  points: [],
  within: { from: -1_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: 'I, [2026-11-22T12:14:29.547493 #18317]  INFO -- : listening on addr=127.0.0.1:18000 fd=7',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [],
});
