import { describe, expect, it } from 'vitest';
import { type GroupLoad, type Load, million, monthly, prices, totalOf } from '#functions/cli/cost.ts';

/** Half proxies, of whose lines one in a hundred passes the filter, and half backends, of which all lines come. */
const groups = (count: number, gigabytes: number, streams: number): readonly GroupLoad[] =>
  Array.from({ length: count }, (_, index) => ({
    transport: 'subscribe',
    gigabytes: gigabytes / count,
    bytesPerLine: 300,
    delivered: index % 2 === 0 ? 0.01 : 1,
    streams,
  }));
const minutes = 730 * 60;

/** The three installations of README. */
const sizes: Readonly<Record<string, Load>> = {
  small: {
    groups: groups(2, 10, 2),
    judged: minutes / 20,
    incidents: 30,
    addresses: 1,
    slack: true,
    secrets: 0,
  },
  medium: {
    groups: groups(10, 300, 4),
    judged: minutes / 2,
    incidents: 300,
    addresses: 3,
    slack: true,
    secrets: 0,
  },
  large: {
    groups: groups(60, 5_000, 10),
    judged: minutes * 5,
    incidents: 3_000,
    addresses: 5,
    slack: true,
    secrets: 1,
  },
};
describe('a month', () => {
  it.each([
    ['small', 9.19],
    ['medium', 19.27],
    ['large', 161.8],
  ])('of the %s installation of README costs $%f', (name, total) => {
    const load = sizes[name] ?? expect.fail();
    expect(totalOf(monthly(load))).toBeCloseTo(total, 2);
  });

  it('with nothing to read costs what stands there', () => {
    const idle = monthly({ groups: [], judged: 0, incidents: 0, addresses: 0, slack: false, secrets: 0 });
    expect(
      Object.fromEntries(idle.map(({ what, dollars: paid }) => [what, Number(paid.toFixed(2))])),
    ).toEqual({
      alarms: 1.2,
      'own metrics': 3,
      dashboard: 3,
      'SQS, waiting': 0.79,
      tick: 0.02,
      ingest: 0,
      'evaluate and deliver': 0,
      DynamoDB: 0.04,
      'own logs': 0,
      'SQS and SNS, working': 0,
    });
  });

  it('reckons by hand what it reckons', () => {
    // 1 M lines of 1,000 bytes, all of them delivered, fewer sendings than lines: one stream, every five seconds.
    const one: GroupLoad = {
      transport: 'subscribe',
      gigabytes: 1,
      bytesPerLine: 1_000,
      delivered: 1,
      streams: 1,
    };
    const load: Load = { groups: [one], judged: 0, incidents: 0, addresses: 0, slack: false, secrets: 0 };
    // And a look at its filter every five minutes.
    const calls = 525_600 + 8_760;
    const seconds = (calls * 20 + 1e6 * 0.04) / 1_000;
    const ingest = monthly(load).find(({ what }) => what === 'ingest');
    expect(ingest?.dollars).toBeCloseTo((calls / 1e6) * 0.2 + seconds * 0.5 * 0.0000133334, 9);
    expect(ingest?.reckoning).toBe('1 M lines in 534 k calls at 512 MB');
  });

  it('grows with every part of the load, and never falls', () => {
    const base = sizes['medium'] ?? expect.fail();
    const total = (change: Partial<Load>) => totalOf(monthly({ ...base, ...change }));
    const [first] = base.groups;
    if (!first) throw new Error('no group');
    const more: readonly Partial<Load>[] = [
      { groups: [...base.groups, first] },
      { groups: [...base.groups, { ...first, transport: 'poll' }] },
      ...([{ gigabytes: 1e4 }, { delivered: 0.9 }, { bytesPerLine: 30 }] as const).map((change) => ({
        groups: [{ ...first, ...change }, ...base.groups.slice(1)],
      })),
      { judged: base.judged + 1e5 },
      { incidents: base.incidents + 1 },
      { addresses: base.addresses + 1 },
      { secrets: 1 },
    ];
    for (const change of more) expect(total(change), JSON.stringify(change)).toBeGreaterThan(total({}));
  });

  it('says each multiplication', () => {
    const items = monthly(sizes['small'] ?? expect.fail());
    expect(items.find(({ what }) => what === 'alarms')).toEqual({
      what: 'alarms',
      reckoning: '16 (12 and 2 a subscribed group) × $0.10',
      dollars: 16 * prices.alarm,
    });
    expect([0, 510, 9_999, 43_800, 1_971_000, 16.7e9].map(million)).toEqual([
      '0',
      '510',
      '9999',
      '43.8 k',
      '1.97 M',
      '16.7 G',
    ]);
  });
});
