import { defineSymptom } from '#lib/catalogue/define.ts';
import { varnishFetch, varnishFormats, whenBackendClosed } from '#lib/catalogue/define-varnish.ts';

export const varnishClosedHeader = defineSymptom({
  id: 'varnish/closed-header',
  formats: varnishFormats,
  needles: ['HTC eof', 'HTC status -1', 'backend closed'],
  means: 'The backend closed or reset the connection before Varnish had the whole response header.',
  provenance: varnishFetch,
  reads: whenBackendClosed('header'),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[22/Nov/2026:12:06:07 +0000] "GET http://127.0.0.1:28601/hdr/fin HTTP/1.1" 503 0 0 0.101972 - err="HTC eof (-1)" bereq_acct="252 0 252 0 0 0" vxid=32771 be="b"',
      gives: {
        phase: 'header',
        by: 'other',
        status: 503,
        elapsed: 102,
        upstream: 'b',
        method: 'GET',
        target: '/hdr/fin',
      },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '[22/Nov/2026:12:06:10 +0000] "GET http://127.0.0.1:28601/stale/fin HTTP/1.1" 200 3 21505 0.021345 - err="HTC eof (-1)" bereq_acct="250 0 250 64 3 67" vxid=21 be="b"',
      gives: { phase: 'header', status: 200, reused: true },
      from: 'captured, Varnish 7.1.1: repeated on a new connection',
    },
    {
      line: '--  FetchError     HTC eof (-1)',
      gives: { phase: 'header', by: 'other' },
      from: 'captured, Varnish 7.1.1',
      format: 'varnishlog',
    },
    {
      line: '--  FetchError     HTC eof (Unexpected end of input)',
      gives: { phase: 'header' },
      from: 'rebuilt from the template, Varnish 7.5 include/tbl/htc.h',
      format: 'varnishlog',
    },
    {
      line: '--  FetchError     HTC status -1',
      gives: { phase: 'header' },
      from: 'rebuilt from the template, Varnish 6.0 bin/varnishd/http1/cache_http1_fetch.c',
      format: 'varnishlog',
    },
  ],
  nearMisses: [
    {
      line: '[22/Nov/2026:12:06:11 +0000] "GET http://127.0.0.1:28601/slow HTTP/1.1" 503 0 0 2.002146 - err="first byte timeout" bereq_acct="123 0 123 0 0 0" vxid=98325 be="b"',
      because: 'the time for the first byte ran out',
    },
    {
      line: '--  BereqHeader    X-Note: HTC eof (-1)',
      because: 'a client’s header',
      format: 'varnishlog',
    },
  ],
});
