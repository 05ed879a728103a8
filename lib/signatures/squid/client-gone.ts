import { defineAside } from '#lib/catalogue/define.ts';
import { eachRecord, squidSource } from '#lib/catalogue/define-squid.ts';

export const squidClientGone = defineAside({
  id: 'squid/client-gone',
  formats: ['squid-access'],
  needles: ['ERR_CLIENT_GONE', '_ABORTED/'],
  means: 'The client left before it had its response.',
  provenance: squidSource,
  reads: eachRecord(({ fields: { error, result } }) =>
    error === 'ERR_CLIENT_GONE' || (error === undefined && result?.endsWith('_ABORTED')) ? {} : undefined,
  ),
  basis: 'inferred',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '1795349323.559    502 127.0.0.1 TCP_MISS_ABORTED/000 0 GET http://app.test/slow err=ERR_CLIENT_GONE detail=WITH_CLIENT dt=0 tt=502 peer=FIRSTUP_PARENT/127.0.0.1 lp=47334 mt=-',
      gives: { elapsed: 502, target: '/slow' },
      from: 'captured, Squid 5.7, with a logformat of its own',
    },
    {
      line: '1795349323.559    502 127.0.0.1 TCP_MISS_ABORTED/000 0 GET http://app.test/slow - FIRSTUP_PARENT/127.0.0.1 -',
      gives: { elapsed: 502 },
      from: 'captured, Squid 5.7',
    },
  ],
  nearMisses: [
    {
      line: '1795349318.192     51 192.0.2.9 TCP_MISS/200 345 GET http://app.test/TCP_MISS_ABORTED/000 - FIRSTUP_PARENT/192.0.2.37 text/html',
      because: 'the words are the path',
    },
  ],
});
