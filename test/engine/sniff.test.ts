import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { sniff } from '#lib/engine/sniff.ts';

const record = (more: object) =>
  JSON.stringify({
    ts: '2026-11-25T00:32:31+00:00',
    client: '198.51.100.8',
    verb: 'GET',
    url: '/',
    http_status: '200',
    size: '2026',
    duration: '0.017',
    ua: 'curl/8.14.1',
    ...more,
  });

describe('whose log a file of JSON access records is', () => {
  it('the proxy’s, where it names upstreams under whatever names', () => {
    const upstream = { upstream: '127.0.0.1:21010', upstream_code: '200', upstream_time: '0.017' };
    expect(sniff([record(upstream), record(upstream)], catalogue)).toMatchObject({
      main: 'nginx-json',
      role: 'proxy',
    });
  });
});
