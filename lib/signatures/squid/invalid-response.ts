import { defineSymptom } from '#lib/catalogue/define.ts';
import { eachRecord, squidSource } from '#lib/catalogue/define-squid.ts';

export const squidInvalidResponse = defineSymptom({
  id: 'squid/invalid-response',
  formats: ['squid-access'],
  needles: ['ERR_INVALID_RESP'],
  means: 'The response header was cut off by the backend, or was none.',
  provenance: squidSource,
  reads: eachRecord(({ fields }) =>
    fields['error'] === 'ERR_INVALID_RESP' ? { phase: 'header', by: 'other' } : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '1795349318.386    153 127.0.0.1 TCP_MISS/502 3576 GET http://app.test/hdr/pfin err=ERR_INVALID_RESP detail=WITH_SERVER dt=0 tt=152 peer=FIRSTUP_PARENT/127.0.0.1 lp=47180 mt=text/html',
      gives: { phase: 'header', by: 'other', elapsed: 153 },
      from: 'captured, Squid 5.7, with a logformat of its own',
    },
  ],
  nearMisses: [
    {
      line: '1795349318.192     51 192.0.2.9 TCP_MISS/200 345 GET http://app.test/ERR_INVALID_RESP err=- detail=- dt=0 tt=51 peer=FIRSTUP_PARENT/192.0.2.37 lp=47176 mt=text/html',
      because: 'the word is the path',
    },
  ],
});
