import { defineClue } from '#lib/catalogue/define.ts';

export const haproxyServerDown = defineClue({
  id: 'haproxy/server-down',
  formats: ['haproxy-notice'],
  needles: [' is DOWN'],
  means: 'HAProxy’s health check marked a server as down, and says what the check met.',
  provenance: { project: 'HAProxy', file: 'src/server.c', version: 'v3.4.0; captured 2.6.12' },
  pattern: /^Server [^\s/]{1,128}\/[^\s/]{1,128} is DOWN(?:, reason: (?<reason>[^,]{1,120}))?[,. ]/,
  points: [
    { cause: 'crash', strength: 'context' },
    { cause: 'restart', strength: 'context' },
  ],
  within: { from: -5000, to: 30000 },
  consequences: [],
  samples: [
    {
      line: 'Server be_down/s1 is DOWN, reason: Layer4 connection problem, info: "ECONNREFUSED returned by OS (Connection refused)", check duration: 0ms. 0 active and 0 backup servers left. 0 sessions active, 0 requeued, 0 remaining in queue.',
      gives: { reason: 'Layer4 connection problem' },
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: '[WARNING]  (6919) : Server be_dn/s1 is DOWN. 0 active and 0 backup servers left. 0 sessions active, 0 requeued, 0 remaining in queue.',
      gives: {},
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [
    {
      line: '[WARNING]  (6919) : Health check for server be_dn/s1 failed, reason: Layer7 invalid response, check duration: 57ms, status: 0/2 DOWN.',
      because: 'one check of several',
    },
    {
      line: '[WARNING]  (6919) : Server be_ck/s2 is going DOWN for maintenance. 1 active and 0 backup servers left. 0 sessions active, 0 requeued, 0 remaining in queue.',
      because: 'somebody asked for it',
    },
  ],
});
