import { defineClue } from '#lib/catalogue/define.ts';

export const haproxyServerMaintenance = defineClue({
  id: 'haproxy/server-maintenance',
  formats: ['haproxy-notice'],
  needles: ['DOWN for maintenance', 'enters drain state'],
  means: 'Somebody took a server out: into maintenance, or draining.',
  provenance: { project: 'HAProxy', file: 'src/server.c', version: 'v3.4.0; captured 2.6.12' },
  pattern:
    /^Server [^\s/]{1,128}\/[^\s/]{1,128} (?:is|was) (?:going )?DOWN for maintenance|^Server [^\s/]{1,128}\/[^\s/]{1,128} enters drain state/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -120000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '[WARNING]  (6919) : Server be_ck/s2 is going DOWN for maintenance. 1 active and 0 backup servers left. 0 sessions active, 0 requeued, 0 remaining in queue.',
      gives: {},
      from: 'captured, HAProxy 2.6.12',
    },
    {
      line: '[WARNING]  (6919) : Server be_ck/s1 enters drain state. 1 active and 0 backup servers online. 0 sessions requeued, 0 total in queue.',
      gives: {},
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [
    {
      line: '[WARNING]  (6919) : Server be_ck/s1 is UP (leaving forced drain).',
      because: 'the end of it',
    },
  ],
});
