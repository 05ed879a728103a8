import { anyText, byMaster, defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const pumaStarting = defineClue({
  id: 'puma/starting',
  formats: ['puma', ...anyText],
  needles: ['Puma starting in '],
  means: 'Puma started; the process before it has ended.',
  provenance: { project: 'puma', file: 'lib/puma/runner.rb, output_header', version: '4.3.12 to 8.0.2' },
  pattern: /^Puma starting in (?:single|cluster) mode\.\.\.$/,
  adds: byMaster,
  points: endedBefore,
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'puma/stop', within: { from: -120_000, to: 0 } },
    { of: 'puma/restarting', within: { from: -60_000, to: 0 } },
    { of: 'puma/parent-died', within: { from: -60_000, to: 0 } },
    { of: 'ruby/bug', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: '[15966] Puma starting in cluster mode...',
      gives: { master: 15_966 },
      from: 'captured, Puma 5.6.5',
    },
    { line: 'Puma starting in single mode...', gives: {}, from: 'captured, Puma 5.6.5' },
  ],
  nearMisses: [
    { line: 'Puma starting in the background', because: 'a line of a start script', format: 'plain' },
  ],
});
