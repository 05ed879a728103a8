import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordGaveUp = defineClue({
  id: 'supervisord/gave-up',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['entered FATAL state'],
  means: 'The process ended again and again as it started, and supervisord no longer starts it.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  pattern: /^gave up: (?<unit>[^\s()]{1,200}) entered FATAL state, too many start retries too quickly$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -60000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:41:30,939 INFO gave up: quick entered FATAL state, too many start retries too quickly',
      gives: { unit: 'quick' },
      from: 'captured, supervisord 4.2.5',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:41:26,266 INFO success: quick entered RUNNING state, process has stayed up for > than 1 seconds (startsecs)',
      because: 'it runs',
    },
  ],
});
