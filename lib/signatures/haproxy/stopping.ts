import { defineClue } from '#lib/catalogue/define.ts';

export const haproxyStopping = defineClue({
  id: 'haproxy/stopping',
  formats: ['haproxy-notice'],
  needles: ['cumulated conns'],
  means: 'A worker of HAProxy has let go of a proxy: the old one after a reload, or all of it at a stop.',
  provenance: { project: 'HAProxy', file: 'src/proxy.c', version: 'v3.4.0; captured 2.6.12' },
  pattern: /^Proxy \S+ stopped \(cumulated conns: /,
  points: [],
  within: { from: -120000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '[WARNING]  (6919) : Proxy be_ck stopped (cumulated conns: FE: 0, BE: 15).',
      gives: {},
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [],
});
