import { defineClue } from '#lib/catalogue/define.ts';

export const httpdStop = defineClue({
  id: 'httpd/stop',
  formats: ['leading-time', 'plain'],
  needles: ['AH00169: ', 'AH00491: ', 'AH00295: '],
  means: 'Apache was told to stop, which cuts requests in flight.',
  provenance: { project: 'httpd', file: 'server/mpm_unix.c; server/mpm/*', version: '2.4.68' },
  pattern: /^AH00(?:169|491|295): caught SIGTERM, shutting down$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -10_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[Sun Nov 22 12:40:27.928758 2026] [mpm_event:notice] [pid 28822:tid 28822] AH00491: caught SIGTERM, shutting down',
      gives: {},
      from: 'rebuilt from the template, Apache httpd 2.4.68',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
