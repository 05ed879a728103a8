import { defineAside } from '#lib/catalogue/define.ts';
import { varnishFetch, varnishFormats, whenFetchFailed } from '#lib/catalogue/define-varnish.ts';

export const varnishBadResponse = defineAside({
  id: 'varnish/bad-response',
  formats: varnishFormats,
  needles: ['Received junk', 'overflow', 'http format error'],
  means:
    'The backend answered something that Varnish cannot take: no HTTP, broken headers, or more than fits.',
  provenance: varnishFetch,
  reads: whenFetchFailed((words) =>
    /^(?:Received junk|overflow|http format error|HTC overflow|HTC junk)\b/.test(words)
      ? { phase: 'header' }
      : undefined,
  ),
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '--  FetchError     Received junk',
      gives: { phase: 'header' },
      from: 'rebuilt from the template, Varnish 7.1.1 bin/varnishd/http1/cache_http1_fetch.c',
      format: 'varnishlog',
    },
  ],
  nearMisses: [],
});
