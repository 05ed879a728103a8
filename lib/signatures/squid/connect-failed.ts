import { defineAside } from '#lib/catalogue/define.ts';
import { eachRecord, failed, squidSource, unasked } from '#lib/catalogue/define-squid.ts';

export const squidConnectFailed = defineAside({
  id: 'squid/connect-failed',
  formats: ['squid-access'],
  needles: ['ERR_CONNECT_FAIL', 'ERR_CANNOT_FORWARD', 'HIER_NONE/-'],
  means: 'Squid could not connect to the backend, or had found it dead and asked nobody.',
  provenance: squidSource,
  reads: eachRecord((event) => {
    const { error, status, result } = event.fields;
    if (error === 'ERR_CONNECT_FAIL' || error === 'ERR_CANNOT_FORWARD') return { phase: 'connect' };
    const own = error === undefined || error === 'ERR_READ_ERROR';
    return unasked(event) && failed(event) && status !== '000' && own && result?.includes('ABORTED') === false
      ? { phase: 'connect' }
      : undefined;
  }),
  basis: 'inferred',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '1795349323.015      0 127.0.0.1 TCP_MISS/502 3438 GET http://dead.test/refused err=ERR_READ_ERROR detail=WITH_SERVER dt=- tt=- peer=HIER_NONE/- lp=- mt=text/html',
      gives: { phase: 'connect', status: 502, host: 'dead.test' },
      from: 'captured, Squid 5.7, with a logformat of its own',
    },
    {
      line: '1795349323.015      0 127.0.0.1 TCP_MISS/502 3438 GET http://dead.test/refused - HIER_NONE/- text/html',
      gives: { phase: 'connect' },
      from: 'captured, Squid 5.7',
    },
    {
      line: '1795349323.015      0 192.0.2.9 TCP_MISS/503 3438 GET http://app.test/x err=ERR_CONNECT_FAIL detail=errno=111 peer=FIRSTUP_PARENT/192.0.2.37 mt=text/html',
      gives: { phase: 'connect', upstream: '192.0.2.37' },
      from: 'rebuilt from the template, Squid 5.7 src/FwdState.cc',
    },
  ],
  nearMisses: [
    {
      line: '1795349323.015      0 192.0.2.9 TCP_HIT/200 3438 GET http://app.test/logo.svg - HIER_NONE/- image/svg+xml',
      because: 'it was in the cache, and nobody needed to be asked',
    },
  ],
});
