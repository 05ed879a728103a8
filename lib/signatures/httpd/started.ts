import { defineClue } from '#lib/catalogue/define.ts';

export const httpdStarted = defineClue({
  id: 'httpd/started',
  formats: ['leading-time', 'plain'],
  needles: ['configured -- resuming normal operations'],
  means: 'Apache began to serve, at a start or after a reload.',
  provenance: { project: 'httpd', file: 'server/mpm_unix.c; server/mpm/*', version: '2.4.68' },
  pattern:
    /^AH00(?:163|489|292): Apache\/(?<version>\d+\.\d+\.\d+)?[^\n]{0,300} configured -- resuming normal operations$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -5_000, to: 30_000 },
  consequences: [
    { of: 'httpd/stop', within: { from: -60_000, to: 0 } },
    { of: 'httpd/restart', within: { from: -60_000, to: 0 } },
    { of: 'httpd/graceful-restart', within: { from: -60_000, to: 0 } },
  ],
  samples: [
    {
      line: '[Sun Nov 22 12:40:27.928758 2026] [mpm_event:notice] [pid 28822:tid 28822] AH00489: Apache/2.4.71 (Debian) mod_wsgi/4.9.4 Python/3.11 configured -- resuming normal operations',
      gives: { version: '2.4.71' },
      from: 'captured, Apache httpd 2.4.71',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
