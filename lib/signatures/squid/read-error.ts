import { defineSymptom } from '#lib/catalogue/define.ts';
import { eachRecord, failed, squidSource, unasked } from '#lib/catalogue/define-squid.ts';

export const squidReadError = defineSymptom({
  id: 'squid/read-error',
  formats: ['squid-access'],
  needles: ['ERR_READ_ERROR'],
  means: 'The backend reset the connection, before the response header or in the middle of the body.',
  provenance: squidSource,
  reads: eachRecord((event) =>
    event.fields['error'] === 'ERR_READ_ERROR' && !unasked(event)
      ? { phase: failed(event) ? 'header' : 'body', by: 'reset' }
      : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '1795349318.192     51 127.0.0.1 TCP_MISS/502 3458 GET http://app.test/hdr/rst err=ERR_READ_ERROR detail=WITH_SERVER dt=0 tt=51 peer=FIRSTUP_PARENT/127.0.0.1 lp=47176 mt=text/html',
      gives: { phase: 'header', by: 'reset', status: 502, elapsed: 51 },
      from: 'captured, Squid 5.7, with a logformat of its own',
    },
    {
      line: '1795349318.972    152 127.0.0.1 TCP_MISS/200 336 GET http://app.test/body/clrst err=ERR_READ_ERROR detail=WITH_SERVER dt=0 tt=152 peer=FIRSTUP_PARENT/127.0.0.1 lp=47212 mt=text/plain',
      gives: { phase: 'body', by: 'reset', status: 200 },
      from: 'captured, Squid 5.7, with a logformat of its own',
    },
  ],
  nearMisses: [
    {
      line: '1795349323.015      0 127.0.0.1 TCP_MISS/502 3438 GET http://dead.test/refused err=ERR_READ_ERROR detail=WITH_SERVER dt=- tt=- peer=HIER_NONE/- lp=- mt=text/html',
      because: 'no peer was asked: it had been found dead before',
    },
  ],
});
