import { defineAside } from '#lib/catalogue/define.ts';
import { httpd, peer } from '#lib/catalogue/define-apache.ts';

export const apacheAjpPingFailed = defineAside({
  id: 'apache/ajp-ping-failed',
  formats: ['apache-error'],
  needles: ['AH00897: cping/cpong failed'],
  means:
    'The AJP backend did not answer the ping that httpd sends before a request; no request was on that connection.',
  provenance: httpd('mod_proxy_ajp.c, proxy_ajp_handler'),
  pattern: new RegExp(`^(?:\\([^)]*\\)[^:]*: )?AH00897: cping/cpong failed to ${peer}`),
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '[Sun Nov 22 12:02:56.996541 2026] [proxy_ajp:error] [pid 6158:tid 6165] (120006)APR does not understand this error code: [client 192.0.2.9:39856] AH00897: cping/cpong failed to 192.0.2.37:8009 (app.internal:8009)',
      gives: { phase: 'connect', upstream: '192.0.2.37:8009' },
      from: 'rebuilt from the template, Apache httpd trunk 2.5.1-dev',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:02:56.996535 2026] [proxy_ajp:error] [pid 6158:tid 6165] [client 127.0.0.1:39856] AH00992: ajp_read_header: ajp_ilink_receive failed',
      because: 'a response was being read',
    },
  ],
});
