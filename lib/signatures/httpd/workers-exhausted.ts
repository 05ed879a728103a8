import { defineClue } from '#lib/catalogue/define.ts';

export const httpdWorkersExhausted = defineClue({
  id: 'httpd/workers-exhausted',
  formats: ['leading-time', 'plain'],
  needles: ['AH00161: ', 'AH00484: ', 'AH00286: ', 'AH03490: ', 'AH00288: '],
  means: 'Every worker of Apache was busy, and requests waited; said once in a life.',
  provenance: { project: 'httpd', file: 'server/mpm_unix.c; server/mpm/*', version: '2.4.68' },
  pattern:
    /^AH(?:00161: server reached|00484: server reached|00286: server reached|03490: scoreboard is full|00288: scoreboard is full)/,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -60_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '[Sun Nov 22 12:40:27.928758 2026] [mpm_event:error] [pid 28822:tid 28822] AH00484: server reached MaxRequestWorkers setting, consider raising the MaxRequestWorkers setting',
      gives: {},
      from: 'rebuilt from the template, Apache httpd 2.4.68',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
