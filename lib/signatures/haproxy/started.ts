import { defineClue } from '#lib/catalogue/define.ts';

export const haproxyStarted = defineClue({
  id: 'haproxy/started',
  formats: ['haproxy-notice'],
  needles: ['haproxy version is'],
  means: 'HAProxy starts or reloads, and says which version it is.',
  provenance: { project: 'HAProxy', file: 'src/mworker.c', version: 'v3.4.0; captured 2.6.12' },
  pattern: /^haproxy version is (?<version>\d+\.\d+[\w.-]{0,40})/,
  points: [],
  within: { from: -120000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '[NOTICE]   (6857) : haproxy version is 2.6.12-1+deb12u4',
      gives: { version: '2.6.12-1' },
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [],
});
