import { defineSymptom } from '#lib/catalogue/define.ts';
import {
  anyPersistent,
  haproxyFormats,
  haproxyStates,
  stateNeedles,
  whenServerClosed,
} from '#lib/catalogue/define-haproxy.ts';

export const haproxyClosedTunnel = defineSymptom({
  id: 'haproxy/closed-tunnel',
  formats: haproxyFormats,
  needles: stateNeedles('SD', ...anyPersistent),

  means: 'In TCP mode, the server reset the connection (SD); an orderly close looks like any end (--).',
  provenance: haproxyStates,
  reads: whenServerClosed(({ state, mode }) =>
    state === 'SD' && mode === 'tcp' ? { phase: 'tunnel', by: 'reset' } : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '127.0.0.1:50480 [22/Nov/2026:11:58:13.113] tcpfe be_tcp/s1 1/0/50 0 SD 1/1/0/0/0 0/0',
      gives: { phase: 'tunnel', by: 'reset', upstream: 'be_tcp/s1', elapsed: 49, client: '127.0.0.1' },
      from: 'captured, HAProxy 3.4.0',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1:50470 [22/Nov/2026:11:58:13.016] tcpfe be_tcp/s1 1/0/52 0 -- 1/1/0/0/0 0/0',
      because: 'an end that a TCP proxy cannot tell from any other',
    },
    {
      line: '127.0.0.1:50188 [27/Nov/2026:04:01:43.736] tcp be_tcp/s1 1/0/2000 0 sD 2/2/1/1/0 0/0',
      because: 'a time limit of HAProxy’s',
    },
  ],
});
