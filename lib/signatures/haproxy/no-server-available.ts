import { defineClue } from '#lib/catalogue/define.ts';

export const haproxyNoServerAvailable = defineClue({
  id: 'haproxy/no-server-available',
  formats: ['haproxy-notice'],
  needles: ['has no server available!'],
  means: 'The last server of a backend went down; HAProxy answers 503 by itself from here on.',
  provenance: { project: 'HAProxy', file: 'src/server.c', version: 'v3.4.0; captured 2.6.12' },
  pattern: /^(?:backend|proxy) '?[^\s']{1,128}'? has no server available!$/,
  points: [],
  within: { from: -30000, to: 30000 },
  consequences: [],
  samples: [
    {
      line: 'backend be_down has no server available!',
      gives: {},
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: "[ALERT]    (6919) : backend 'be_ck' has no server available!",
      gives: {},
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [],
});
