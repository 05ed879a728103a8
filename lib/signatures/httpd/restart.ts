import { defineClue } from '#lib/catalogue/define.ts';

export const httpdRestart = defineClue({
  id: 'httpd/restart',
  formats: ['leading-time', 'plain'],
  needles: ['AH00173: ', 'AH00494: ', 'AH00298: '],
  means: 'Apache was told to restart at once (SIGHUP), which cuts requests in flight.',
  provenance: { project: 'httpd', file: 'server/mpm_unix.c; server/mpm/*', version: '2.4.68' },
  pattern: /^AH00(?:173|494|298): SIGHUP received\. {2}Attempting to restart$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -5_000, to: 2_000 },
  consequences: [],
  trigger: true,
  change: 'reload',
  samples: [
    {
      line: '[Sun Nov 22 12:40:27.928758 2026] [mpm_prefork:notice] [pid 28822:tid 28822] AH00173: SIGHUP received.  Attempting to restart',
      gives: {},
      from: 'rebuilt from the template, Apache httpd 2.4.68',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
