import { defineClue } from '#lib/catalogue/define.ts';

export const nginxStarted = defineClue({
  id: 'nginx/started',
  formats: ['nginx-error'],
  needles: [': nginx/', ': openresty/'],
  means: 'nginx started, and says which version it is.',
  provenance: { project: 'nginx', file: 'src/core/nginx.c', version: 'release-1.31.4' },
  // The fourth figure of OpenResty's version is its own; the first three are those of the nginx inside.
  pattern: /^(?:nginx|openresty)\/(?<version>\d+\.\d+\.\d+)(?:\.\d+)?(?: \(.*\))?$/,
  points: [],
  within: { from: -120_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/24 23:30:15 [notice] 27034#27034: nginx/1.22.1',
      gives: { version: '1.22.1' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:30:15 [notice] 1#1: openresty/1.27.1.2',
      gives: { version: '1.27.1' },
      from: 'rebuilt from the template, OpenResty 1.27.1.2',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:15 [notice] 27034#27034: built by gcc 12.2.0 (Debian 12.2.0-14)',
      because: 'the line after it',
    },
  ],
});
