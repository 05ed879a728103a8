import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { observer } from '#lib/engine/observe.ts';
import { redactor } from '#lib/engine/redact.ts';
import { merge } from '#lib/engine/summarise.ts';
import { source } from './made-up.ts';

const eye = observer(catalogue);
const pagesOf = (formats: readonly [string, ...string[]], lines: readonly string[]) =>
  eye.observe(
    lines.map((text, i) => ({ id: `line:${i + 1}`, source: 'log', text })),
    source('log', { formats }),
  ).pages;

it('a cut never begins inside a secret: what gave it away is cut off', () => {
  const line = JSON.stringify({
    time: '2026-11-24T12:00:00Z',
    headers: { cookie: `sid=${'x'.repeat(2_500)}cAnary7` },
    message: 'WORKER TIMEOUT (pid:8)',
    level: 'error',
    more: 'y'.repeat(500),
  });
  const excerpts = [...merge(pagesOf(['app-json'], [line])).excerpts.values()];
  expect(excerpts).toHaveLength(1);
  for (const { text } of excerpts) expect(redactor().text(text)).not.toContain('cAnary7');
});

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html: an item has 400 KB.
it('a page fits an item of the table, whatever a client sends', () => {
  const garbage = () => randomBytes(3_000).toString('base64');
  const lines = Array.from(
    { length: 300 },
    () =>
      `[2026-11-24 12:00:00 +0000] [7] [WARNING] Invalid request from ip=192.0.2.9: Invalid HTTP request line: '${garbage()}'`,
  );
  for (const page of pagesOf(['gunicorn'], lines))
    expect(gzipSync(JSON.stringify(page)).length).toBeLessThan(400_000);
});

it('and so does one of many upstreams', () => {
  const lines = Array.from({ length: 60 }, (_, u) =>
    Array.from(
      { length: 11 },
      (_, i) =>
        `2026/11/24 12:00:00 [error] 7#7: *${u * 100 + i} upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET /a?${randomBytes(800).toString('base64url')} HTTP/1.1", upstream: "http://192.0.2.${u}:80/a", host: "shop.example.com"`,
    ),
  ).flat();
  for (const page of pagesOf(['nginx-error'], lines))
    expect(gzipSync(JSON.stringify(page)).length).toBeLessThan(400_000);
});
