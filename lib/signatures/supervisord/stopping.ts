import { defineClue } from '#lib/catalogue/define.ts';

export const supervisordStopping = defineClue({
  id: 'supervisord/stopping',
  formats: ['supervisord', 'leading-time', 'plain'],
  needles: ['waiting for '],
  means: 'supervisord was told to stop this process and has sent it SIGTERM.',
  provenance: { project: 'supervisor', file: 'supervisor/process.py', version: '3.0 to 4.3.0' },
  // stopwaitsecs is 10 s.
  pattern: /^waiting for (?<unit>[^\s()]{1,200}) to (?:stop|die)$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -15000, to: 2000 },
  consequences: [],
  endedBy: [{ of: 'supervisord/started', sharing: 'unit' }],
  samples: [
    {
      line: '2026-11-22 12:41:40,233 INFO waiting for api to stop',
      gives: { unit: 'api' },
      from: 'captured, supervisord 4.2.5',
    },
    {
      line: '2026-11-22 12:41:44,503 INFO waiting for api to die',
      gives: { unit: 'api' },
      from: 'captured, supervisord 4.2.5',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:41:40,233 INFO waiting for api to start',
      because: 'an application speaks',
      format: 'leading-time',
    },
  ],
});
