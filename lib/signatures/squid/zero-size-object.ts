import { defineSymptom } from '#lib/catalogue/define.ts';
import { eachRecord, squidSource } from '#lib/catalogue/define-squid.ts';

export const squidZeroSizeObject = defineSymptom({
  id: 'squid/zero-size-object',
  formats: ['squid-access'],
  needles: ['ERR_ZERO_SIZE_OBJECT'],
  means: 'The backend closed the connection without sending a byte.',
  provenance: squidSource,
  // While a body was still being sent, a reset reads the same.
  reads: eachRecord(({ fields }) =>
    fields['error'] === 'ERR_ZERO_SIZE_OBJECT' ? { phase: 'header', by: 'fin' } : undefined,
  ),
  // The cache log says the same in words, without method or client: what a record says beside it goes with it.
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '1795349318.097    103 127.0.0.1 TCP_MISS/502 3358 GET http://app.test/hdr/fin err=ERR_ZERO_SIZE_OBJECT detail=WITH_SERVER dt=0 tt=102 peer=FIRSTUP_PARENT/127.0.0.1 lp=47174 mt=text/html',
      gives: {
        phase: 'header',
        by: 'fin',
        status: 502,
        elapsed: 103,
        upstream: '127.0.0.1',
        method: 'GET',
        target: '/hdr/fin',
        client: '127.0.0.1',
        host: 'app.test',
      },
      from: 'captured, Squid 5.7, with a logformat of its own',
    },
  ],
  nearMisses: [
    {
      line: '1795349318.192     51 192.0.2.9 TCP_MISS/502 3458 GET http://app.test/ERR_ZERO_SIZE_OBJECT err=ERR_READ_TIMEOUT detail=WITH_SERVER dt=0 tt=51 peer=FIRSTUP_PARENT/192.0.2.37 lp=47176 mt=text/html',
      because: 'time ran out; the word is the path',
    },
  ],
});
