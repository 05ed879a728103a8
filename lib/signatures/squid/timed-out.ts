import { defineAside } from '#lib/catalogue/define.ts';
import { eachRecord, squidSource } from '#lib/catalogue/define-squid.ts';

export const squidTimedOut = defineAside({
  id: 'squid/timed-out',
  formats: ['squid-access'],
  needles: ['ERR_READ_TIMEOUT', '/504 '],
  means: 'Squid gave up waiting for the backend.',
  provenance: squidSource,
  reads: eachRecord(({ fields }) =>
    fields['error'] === 'ERR_READ_TIMEOUT' || (fields['status'] === '504' && fields['error'] === undefined)
      ? {}
      : undefined,
  ),
  basis: 'inferred',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '1795349322.960   1989 127.0.0.1 TCP_MISS/504 3489 GET http://app.test/slow err=ERR_READ_TIMEOUT detail=WITH_SERVER dt=0 tt=1983 peer=FIRSTUP_PARENT/127.0.0.1 lp=47330 mt=text/html',
      gives: { status: 504, elapsed: 1_989, target: '/slow' },
      from: 'captured, Squid 5.7, with a logformat of its own',
    },
    {
      line: '1795349322.960   1989 127.0.0.1 TCP_MISS/504 3489 GET http://app.test/slow - FIRSTUP_PARENT/127.0.0.1 text/html',
      gives: { status: 504, elapsed: 1_989 },
      from: 'captured, Squid 5.7',
    },
  ],
  nearMisses: [
    {
      line: '1795349322.960   1989 192.0.2.9 TCP_MISS/504 3489 GET http://app.test/slow err=- detail=- dt=0 tt=1983 peer=FIRSTUP_PARENT/192.0.2.37 lp=47330 mt=text/html',
      because: 'the backend answered 504 itself',
    },
  ],
});
