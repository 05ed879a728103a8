import { defineAside } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheWorkersDown = defineAside({
  id: 'apache/workers-down',
  formats: ['apache-error'],
  needles: ['AH00940: ', 'All workers are in error state'],
  means:
    'No backend was asked: an earlier failed connect had taken it, or every one of its group, out of use.',
  provenance: httpd('proxy_util.c, mod_proxy_balancer.c'),
  pattern:
    /^(?:AH00940: \S+ disabled connection for \((?<upstream>[^)\s]+)\)|AH01(?:167|170): balancer:\S+ All workers are in error state)/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '[Sun Nov 22 12:03:08.265560 2026] [proxy:error] [pid 6158:tid 6183] AH00940: http: disabled connection for (192.0.2.37:8080)',
      gives: { phase: 'connect', upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, Apache httpd trunk 2.5.1-dev',
    },
    {
      line: '[Sun Nov 22 12:03:08.265560 2026] [proxy_balancer:error] [pid 6158:tid 6183] [client 192.0.2.9:51420] AH01170: balancer://shop: All workers are in error state',
      gives: { phase: 'connect', client: '192.0.2.9' },
      from: 'rebuilt from the template, Apache httpd trunk 2.5.1-dev',
    },
  ],
  nearMisses: [
    {
      line: '[Sun Nov 22 12:03:07.762326 2026] [proxy:error] [pid 6158:tid 6170] AH00959: ap_proxy_connect_backend disabling worker for (127.0.0.1:18098) for 60s',
      because: 'what httpd will do with later requests; the failed connect has a line of its own',
    },
  ],
});
