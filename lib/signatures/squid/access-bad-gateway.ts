import { defineSymptom } from '#lib/catalogue/define.ts';
import { eachRecord, squidSource, unasked } from '#lib/catalogue/define-squid.ts';

export const squidAccessBadGateway = defineSymptom({
  id: 'squid/access-bad-gateway',
  formats: ['squid-access'],
  needles: ['/502 '],
  means: 'A 502 without %err_code: the backend closed, or answered so itself.',
  provenance: squidSource,
  reads: eachRecord((event) =>
    event.fields['status'] === '502' && event.fields['error'] === undefined && !unasked(event)
      ? { by: 'other' }
      : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '1795349318.097    103 127.0.0.1 TCP_MISS/502 3358 GET http://app.test/hdr/fin - FIRSTUP_PARENT/127.0.0.1 text/html',
      gives: { by: 'other', status: 502, elapsed: 103, target: '/hdr/fin', upstream: '127.0.0.1' },
      from: 'captured, Squid 5.7',
    },
  ],
  nearMisses: [
    {
      line: '1795349323.015      0 127.0.0.1 TCP_MISS/502 3438 GET http://dead.test/refused - HIER_NONE/- text/html',
      because: 'no peer was asked',
    },
    {
      line: '1795349318.192     51 192.0.2.9 TCP_MISS/200 502 GET http://app.test/502 - FIRSTUP_PARENT/192.0.2.37 text/502',
      because: 'the number is a path and a size',
    },
  ],
});
