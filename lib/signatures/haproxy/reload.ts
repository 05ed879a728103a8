import { defineClue } from '#lib/catalogue/define.ts';

export const haproxyReload = defineClue({
  id: 'haproxy/reload',
  formats: ['haproxy-notice'],
  needles: ['Reloading HAProxy'],
  means: 'HAProxy read a new configuration; connections in use stay with the old worker.',
  provenance: { project: 'HAProxy', file: 'src/mworker.c', version: 'v3.4.0; captured 2.6.12' },
  pattern: /^Reloading HAProxy/,
  points: [],
  within: { from: -120000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'reload',
  samples: [
    {
      line: '[NOTICE]   (6857) : Reloading HAProxy',
      gives: {},
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [
    {
      line: '[NOTICE]   (6857) : Loading success.',
      because: 'said of a start as well',
    },
  ],
});
