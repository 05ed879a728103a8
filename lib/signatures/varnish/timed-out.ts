import { defineAside } from '#lib/catalogue/define.ts';
import { varnishFetch, varnishFormats, whenFetchFailed } from '#lib/catalogue/define-varnish.ts';

export const varnishTimedOut = defineAside({
  id: 'varnish/timed-out',
  formats: varnishFormats,
  needles: ['timeout'],
  means: 'Varnish gave up waiting: first_byte_timeout, between_bytes_timeout or the whole fetch’s.',
  provenance: varnishFetch,
  reads: whenFetchFailed((words) =>
    /^(?:first byte timeout|between bytes timeout|timeout|Connect timeout)\b/.test(words)
      ? { phase: words.startsWith('first') ? 'header' : 'body' }
      : undefined,
  ),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '[22/Nov/2026:12:06:11 +0000] "GET http://127.0.0.1:28601/slow HTTP/1.1" 503 0 0 2.002146 - err="first byte timeout" bereq_acct="123 0 123 0 0 0" vxid=98325 be="b"',
      gives: { phase: 'header', status: 503, elapsed: 2002 },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '--  FetchError     first byte timeout',
      gives: { phase: 'header' },
      from: 'captured, Varnish 7.1.1',
      format: 'varnishlog',
    },
  ],
  nearMisses: [
    {
      line: '--  VCL_Log        timeout',
      because: 'a line of the operator’s',
      format: 'varnishlog',
    },
  ],
});
