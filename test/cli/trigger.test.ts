import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explained } from '#test/explained.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'closecall-trigger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const noon = Date.UTC(2026, 10, 27, 12);
const day = '27/Nov/2026';
const clock = (seconds: number) => new Date(noon + seconds * 1_000).toISOString().slice(11, 19);

const served = (seconds: number, status = 200) =>
  `203.0.113.9 - - [${day}:${clock(seconds)} +0000] "GET /api/orders HTTP/1.1" ${status} 157 "-" "curl/8.14.1" rt=0.003 us="${status}" ua="192.0.2.7:8000"`;
const closed = (seconds: number, connection: number, method = 'GET') =>
  `2026/11/27 ${clock(seconds)} [error] 70#70: *${connection} upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.9, server: api.example.com, request: "${method} /api/orders HTTP/1.1", upstream: "http://192.0.2.7:8000/api/orders", host: "api.example.com"`;
const workers = (seconds: number) => [
  `[2026-11-27 ${clock(seconds)} +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:12)`,
];

/** As many requests a minute as the list has, minute for minute, from the first second on. */
const traffic = (perMinute: readonly number[], from = -perMinute.length * 60) =>
  perMinute.flatMap((rate, index) =>
    Array.from({ length: rate }, (_, each) => served(from + index * 60 + Math.floor((each * 60) / rate))),
  );

async function triggerOf(logs: Readonly<Record<string, readonly string[]>>): Promise<string | undefined> {
  for (const [name, lines] of Object.entries(logs))
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const { incidents } = await explained(folder, Object.keys(logs));
  const { trigger } = incidents[0]?.findings[0] ?? {};
  return trigger && `${trigger.at} ${trigger.says}`;
}
const timedOut = { 'error.log': [closed(0, 5)], 'gunicorn.log': workers(0) };

describe('traffic that rose before the closes', () => {
  const usual = Array.from({ length: 11 }, () => 40);

  it('is what set them off', async () => {
    expect(await triggerOf({ ...timedOut, 'access.log': traffic([...usual, 40, 40, 400, 420]) })).toBe(
      '2026-11-27T11:58:00.000Z traffic rose from about 40 requests a minute to about 420',
    );
  });

  it('is so in a log of many megabytes, of which few lines are read', async () => {
    const quiet = Array.from({ length: 60 }, () => 400);
    const lines = traffic([...quiet, 400, 400, 3_000, 3_000]);
    expect(lines.join('\n').length).toBeGreaterThan(2 ** 21);
    expect(await triggerOf({ ...timedOut, 'access.log': lines })).toMatch(
      /^2026-11-27T11:58:00\.000Z traffic rose from about (?:39|40|41)0 requests a minute to about (?:29|30|31)00$/,
    );
  });

  it('is no trigger where it waves as it does all day, rose by a handful, or nobody knows what is usual', async () => {
    for (const perMinute of [
      [...usual, 40, 40, 80, 100],
      [...usual, 400, 10, 10, 10, 10, 10],
      [...usual.map(() => 2), 2, 2, 9, 9],
      [40, 40, 400, 400],
    ])
      expect(await triggerOf({ ...timedOut, 'access.log': traffic(perMinute) })).toBe(undefined);
  });

  it('counts less than a change that a line tells of', async () => {
    const reload = `2026/11/27 ${clock(-60)} [notice] 70#70: signal 1 (SIGHUP) received from 1, reconfiguring`;
    expect(
      await triggerOf({
        ...timedOut,
        'error.log': [reload, closed(0, 5)],
        'access.log': traffic([...usual, 40, 40, 400, 420]),
      }),
    ).toContain('2026-11-27T11:59:00.000Z nginx');
  });
});

describe('another version', () => {
  const started = (seconds: number, version: string) =>
    `2026/11/27 ${clock(seconds)} [notice] 70#70: nginx/${version}`;
  const races = [0, 29, 58, 90].map((at, index) => closed(at, 50 + index, 'POST'));
  const access = [0, 29, 58, 90].map((at) =>
    served(at, 502).replace('GET', 'POST').replace('us="502"', 'us="502" urt="0.001"'),
  );
  const race = (...starts: readonly string[]) =>
    triggerOf({ 'error.log': [...starts, ...races], 'access.log': access });

  it('set them off where it has another limit by default', async () => {
    expect(await race(started(-20_000, '1.28.0'), started(-9_000, '1.31.4'))).toBe(
      '2026-11-27T09:30:00.000Z nginx went from 1.28.0 up to 1.31.4, past 1.29.7: keepalive (in upstream) 0 became 32 by default',
    );
    expect(await race(started(-20_000, '1.31.4'), started(-9_000, '1.28.0'))).toContain('back to 1.28.0');
  });

  it('did not where the limit is the same, or the version', async () => {
    expect(await race(started(-20_000, '1.29.7'), started(-9_000, '1.31.4'))).toBe(undefined);
    expect(await race(started(-20_000, '1.31.4'), started(-9_000, '1.31.4'))).toBe(undefined);
    expect(await race(started(-9_000, '1.31.4'))).toBe(undefined);
  });
});
