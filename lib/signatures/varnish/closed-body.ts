import { defineSymptom } from '#lib/catalogue/define.ts';
import { varnishFetch, varnishFormats, whenBackendClosed } from '#lib/catalogue/define-varnish.ts';

export const varnishClosedBody = defineSymptom({
  id: 'varnish/closed-body',
  formats: varnishFormats,
  needles: ['insufficient bytes', 'chunked read err', 'Connection reset by peer', 'eof socket fail'],
  means: 'The backend closed or reset the connection in the middle of the response.',
  provenance: varnishFetch,
  reads: whenBackendClosed('body'),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[22/Nov/2026:12:06:08 +0000] "GET http://127.0.0.1:28601/body/clfin HTTP/1.1" 200 100 0 0.000828 - err="straight insufficient bytes" bereq_acct="129 0 129 67 100 167" vxid=65539 be="b"',
      gives: { phase: 'body', by: 'fin', status: 200, received: 167 },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '[22/Nov/2026:12:06:08 +0000] "GET http://127.0.0.1:28601/body/clrst HTTP/1.1" 200 0 0 0.000816 - err="Connection reset by peer" bereq_acct="129 0 129 67 0 67" vxid=32780 be="b"',
      gives: { phase: 'body', by: 'reset' },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '[22/Nov/2026:12:06:09 +0000] "GET http://127.0.0.1:28601/body/chfin HTTP/1.1" 200 100 0 0.000800 - err="chunked read err" bereq_acct="129 0 129 73 100 173" vxid=98307 be="b"',
      gives: { phase: 'body', by: 'fin' },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '--  FetchError     straight insufficient bytes',
      gives: { phase: 'body', by: 'other' },
      from: 'captured, Varnish 7.1.1',
      format: 'varnishlog',
    },
  ],
  nearMisses: [
    {
      line: '--  FetchError     Connection reset by peer',
      because: 'the next record says the same close once more',
      format: 'varnishlog',
    },
    {
      line: '[22/Nov/2026:12:06:09 +0000] "GET http://127.0.0.1:28601/body/eoffin HTTP/1.1" 200 100 151884 0.000505 - err="-" bereq_acct="130 0 130 64 100 164" vxid=32783 be="b"',
      because: 'a response without a length ends with its connection',
    },
  ],
});
