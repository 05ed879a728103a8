import { defineAside } from '#lib/catalogue/define.ts';
import { varnishFetch, varnishFormats, whenFetchFailed } from '#lib/catalogue/define-varnish.ts';

export const varnishConnectFailed = defineAside({
  id: 'varnish/connect-failed',
  formats: varnishFormats,
  needles: ['fail errno', 'No backend', 'unhealthy', 'busy'],
  means:
    'Varnish had no connection to the backend: refused, unhealthy, none configured, or too many under way.',
  provenance: varnishFetch,
  reads: whenFetchFailed((words) =>
    /^backend \S{1,200}: (?:fail errno \d+|unhealthy|busy)|^No backend/.test(words)
      ? { phase: 'connect' }
      : undefined,
  ),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '[22/Nov/2026:12:06:13 +0000] "GET http://127.0.0.1:28601/refused HTTP/1.1" 503 0 0 0.000078 - err="backend dead: fail errno 111 (Connection refused)" bereq_acct="0 0 0 0 0 0" vxid=33 be="-"',
      gives: { phase: 'connect', status: 503 },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '--  FetchError     backend dead: fail errno 111 (Connection refused)',
      gives: { phase: 'connect' },
      from: 'captured, Varnish 7.1.1',
      format: 'varnishlog',
    },
    {
      line: '--  FetchError     backend b: unhealthy',
      gives: { phase: 'connect' },
      from: 'rebuilt from the template, Varnish 7.1.1 bin/varnishd/cache/cache_backend.c',
      format: 'varnishlog',
    },
  ],
  nearMisses: [],
});
