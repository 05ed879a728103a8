import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { observer } from '#lib/engine/observe.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Source } from '#lib/model/record.ts';
import { judge, runOf } from '#lib/pipeline.ts';

type Given = readonly [from: Source, lines: readonly string[]];

const source = (name: string, role: Source['role'], ...formats: NonEmpty<string>): Source => ({
  name,
  role,
  formats,
  scope: 'default',
  shared: false,
  zone: 0,
  skew: 1_000,
});

const observe = observer(catalogue);
function told(...given: readonly Given[]) {
  const pages = given.flatMap(([from, lines]) => {
    const records = lines.map((text, index) => ({ id: `line:${index + 1}`, source: from.name, text }));
    return observe.observe(records, from).pages;
  });
  const { incidents } = judge(pages, 'default', runOf(given.map(([from]) => from)), catalogue);
  return incidents.flatMap(({ how, findings }) => [
    ...how.map(({ phase, by, closes }) => `${phase} ${by} ${closes}`),
    ...findings.map(({ cause, confidence }) => `${cause} ${confidence}`),
  ]);
}

describe('one close is told of once', () => {
  const cache = source('cache.log', 'proxy', 'squid-cache');
  const access = source('access.log', 'proxy', 'squid-access');
  const noData =
    '2026/11/22 12:08:38| WARNING: HTTP: Invalid Response: No object data received for http://app.test/hdr/fin AKA http://app.test/hdr/fin';

  it.each([
    [
      'native',
      '1795349318.097    103 192.0.2.9 TCP_MISS/502 3358 GET http://app.test/hdr/fin - FIRSTUP_PARENT/192.0.2.37 text/html',
    ],
    [
      'with err=%err_code',
      '1795349318.097    103 192.0.2.9 TCP_MISS/502 3358 GET http://app.test/hdr/fin err=ERR_ZERO_SIZE_OBJECT detail=WITH_SERVER peer=FIRSTUP_PARENT/192.0.2.37 mt=text/html',
    ],
  ])('in the cache log of Squid beside its access log, %s', (_, record) => {
    expect(told([cache, [noData]], [access, [record]])).toEqual(['header fin 1']);
  });

  it('in the lines of the stream module of nginx that a reset writes', () => {
    const error = source('error.log', 'proxy', 'nginx-error');
    const end =
      '2026/11/22 11:54:44 [info] 28338#28338: *165 upstream disconnected, bytes from/to client:86/0, bytes from/to upstream:0/86';
    const reset =
      '2026/11/22 11:54:44 [error] 28338#28338: *165 recv() failed (104: Connection reset by peer) while proxying and reading from upstream, client: 192.0.2.9, server: 192.0.2.8:18220, upstream: "192.0.2.37:18080", bytes from/to client:86/0, bytes from/to upstream:0/86';
    expect(told([error, [reset, end]])).toEqual(['tunnel reset 1']);
    expect(told([error, [end]])).toEqual(['tunnel other 1']);
  });

  it('by httpd 2.2, and not where time ran out', () => {
    const error = source('error_log', 'proxy', 'apache-error');
    const lines = (status: string) => [
      `[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] ${status}: proxy: error reading status line from remote server app.example.com:8080`,
      '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] proxy: Error reading from remote server returned by /cart',
    ];
    expect(told([error, lines('(104)Connection reset by peer')])).toEqual(['header reset 1']);
    expect(told([error, lines('(70007)The timeout specified has expired')])).toEqual([]);
  });
});

it('what HTTP.sys says of a request explains its close', () => {
  const error = source('error.log', 'proxy', 'nginx-error');
  const httperr = source('httperr1.log', 'backend', 'httperr');
  const close =
    '2026/11/22 12:00:05 [error] 88#0: *53 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: shop, request: "POST /pay HTTP/1.1", upstream: "http://192.0.2.38:80/pay", host: "shop.example.com"';
  const said = (reason: string) =>
    told(
      [error, [close]],
      [
        httperr,
        [`2026-11-22 12:00:05 192.0.2.37 51001 192.0.2.38 80 HTTP/1.1 POST /pay - 1 ${reason} ShopPool`],
      ],
    );
  expect(said('Connection_Abandoned_By_ReqQueue')).toEqual(['header fin 1', 'crash likely']);
  expect(said('Timer_EntityBody')).toEqual(['header fin 1', 'backend-timeout possible']);
  expect(said('Connection_Dropped')).toEqual(['header fin 1']);
});
