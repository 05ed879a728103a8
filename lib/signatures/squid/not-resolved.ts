import { defineAside } from '#lib/catalogue/define.ts';
import { eachRecord, squidSource } from '#lib/catalogue/define-squid.ts';

export const squidNotResolved = defineAside({
  id: 'squid/not-resolved',
  formats: ['squid-access'],
  needles: ['ERR_DNS_FAIL'],
  means: "Squid could not find the address of the backend's name.",
  provenance: squidSource,
  reads: eachRecord(({ fields }) => (fields['error'] === 'ERR_DNS_FAIL' ? {} : undefined)),
  basis: 'stated',
  cause: 'name-resolution',
  closedBy: 'nobody',
  samples: [
    {
      line: '1795349323.015      3 192.0.2.9 TCP_MISS/503 3438 GET http://nosuch.invalid/x err=ERR_DNS_FAIL detail=WITH_SERVER peer=HIER_NONE/- mt=text/html',
      gives: { status: 503, host: 'nosuch.invalid' },
      from: 'rebuilt from the template, Squid 5.7 src/FwdState.cc',
    },
  ],
  nearMisses: [
    {
      line: '1795349318.192     51 192.0.2.9 TCP_MISS/200 345 GET http://app.test/ERR_DNS_FAIL err=- detail=- peer=FIRSTUP_PARENT/192.0.2.37 mt=text/html',
      because: 'the word is the path',
    },
  ],
});
