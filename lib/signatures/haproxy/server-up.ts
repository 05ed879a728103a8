import { defineClue } from '#lib/catalogue/define.ts';

export const haproxyServerUp = defineClue({
  id: 'haproxy/server-up',
  formats: ['haproxy-notice'],
  needles: [' is UP'],
  means: 'A server passed HAProxy’s health checks again, or came back from maintenance.',
  provenance: { project: 'HAProxy', file: 'src/server.c', version: 'v3.4.0; captured 2.6.12' },
  pattern: /^Server [^\s/]{1,128}\/[^\s/]{1,128} is UP[,./ ]/,
  points: [],
  within: { from: -120000, to: 60000 },
  consequences: [],
  samples: [
    {
      line: '[WARNING]  (6919) : Server be_ck/s1 is UP. 1 active and 0 backup servers online. 0 sessions requeued, 0 total in queue.',
      gives: {},
      from: 'captured, HAProxy 2.6.12',
    },
    {
      line: '[WARNING]  (6919) : Server be_ck/s2 is UP/READY (leaving forced maintenance).',
      gives: {},
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [],
});
