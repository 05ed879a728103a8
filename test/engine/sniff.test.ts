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

describe('what a terminal added', () => {
  it('is no part of a line: a coloured log is the log that it was', () => {
    const plain =
      '2026/11/22 12:00:01 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.5, server: , request: "GET / HTTP/1.1", upstream: "http://10.0.0.5:8080/", host: "shop.example.com"';
    const coloured = `\u001b[31m${plain}\u001b[0m`;
    expect(sniff([coloured], catalogue)).toEqual(sniff([plain], catalogue));
    expect(sniff([coloured], catalogue)?.role).toBe('proxy');
  });
});
