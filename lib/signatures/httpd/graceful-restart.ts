import { defineClue } from '#lib/catalogue/define.ts';

export const httpdGracefulRestart = defineClue({
  id: 'httpd/graceful-restart',
  formats: ['leading-time', 'plain'],
  needles: ['AH00171: ', 'AH00493: ', 'AH00297: '],
  means: 'Apache restarts gracefully (SIGUSR1): requests in flight finish.',
  provenance: { project: 'httpd', file: 'server/mpm_unix.c; server/mpm/*', version: '2.4.68' },
  pattern:
    /^AH00(?:171: Graceful restart requested, doing restart|(?:493|297): SIGUSR1 received\. {2}Doing graceful restart)$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -5_000, to: 2_000 },
  consequences: [],
  trigger: true,
  change: 'reload',
  samples: [
    {
      line: '[Sun Nov 22 12:40:27.928758 2026] [mpm_event:notice] [pid 28822:tid 28822] AH00493: SIGUSR1 received.  Doing graceful restart',
      gives: {},
      from: 'rebuilt from the template, Apache httpd 2.4.68',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
