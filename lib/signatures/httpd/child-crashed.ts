import { defineClue } from '#lib/catalogue/define.ts';

export const httpdChildCrashed = defineClue({
  id: 'httpd/child-crashed',
  formats: ['leading-time', 'plain'],
  needles: ['AH00051: ', 'AH00052: '],
  means:
    'A process of Apache died of a signal of its own making; the responses that it was sending ended with it.',
  provenance: { project: 'httpd', file: 'server/mpm_unix.c; server/mpm/*', version: '2.4.68' },
  pattern: /^AH0005[12]: child pid (?<pid>\d+) exit signal (?<reason>[A-Z][^(\n]{2,40}) \(\d+\)/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -2_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '[Sun Nov 22 12:40:27.928758 2026] [core:notice] [pid 28822:tid 28822] AH00052: child pid 28927 exit signal Segmentation fault (11)',
      gives: { pid: 28_927, reason: 'Segmentation fault' },
      from: 'captured, Apache httpd 2.4.71',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
