import { describe, expect, it } from 'vitest';
import { configure } from '#functions/config.ts';
import { digestOf, weekOf } from '#functions/evaluate/digest.ts';
import type { HistoryItem } from '#functions/items.ts';
import { historyKey } from '#functions/keys.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { lastDay } from '#lib/engine/compose.ts';
import type { Digest } from '#lib/model/alert.ts';
import { digestChat, digestJson, digestLetter, digestMessage } from '#lib/notifiers/digest.ts';

const entry = {
  fingerprint: '64d8bd5a2a9b29f4',
  owner: 'team-reports',
  until: '2027-01-31',
  because: 'the export moves to a queue',
};
const errorsOf = (...accepted: readonly object[]): readonly string[] => {
  const configured = configure({ accepted }, catalogue);
  return configured.kind === 'wrong' ? configured.errors : [];
};

describe('`accepted` in the configuration', () => {
  it('holds up to the end of its last day', () => {
    const configured = configure({ accepted: [entry] }, catalogue);
    const [accepted] = configured.kind === 'ready' ? configured.setup.accepted : [];
    expect(accepted).toEqual({ ...entry, until: Date.UTC(2027, 1, 1) });
    expect(lastDay(accepted?.until ?? 0)).toBe('2027-01-31');
  });

  it.each([
    [{ ...entry, fingerprint: 'kill' }, 'accepted[0].fingerprint is "kill": copy the fingerprint'],
    [{ ...entry, until: '2027-02-30' }, 'accepted[0].until is "2027-02-30": write the last day'],
    [{ ...entry, until: 'never' }, 'accepted[0].until is "never": write the last day'],
    [{ ...entry, owner: '' }, 'accepted[0].owner is "": write a name that is not empty'],
    [{ fingerprint: entry.fingerprint, owner: 'a', until: '2027-01-31' }, 'accepted[0].because is missing'],
    [{ ...entry, forever: true }, 'accepted[0] has a member "forever" that nothing reads'],
  ])('%j is wrong', (written, said) => {
    expect(errorsOf(written).join('\n')).toContain(said);
  });

  it('names a fingerprint once', () => {
    expect(errorsOf(entry, entry)).toEqual([
      'accepted[1].fingerprint is 64d8bd5a2a9b29f4, which is listed before: one entry per fingerprint.',
    ]);
  });
});

describe('a week', () => {
  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('%s is in that of Monday %s', (date, monday) => {
    expect(weekOf(date)).toBe(monday);
  });

  const item = (
    day: string,
    closes: number,
    withheld: boolean,
    more: Partial<HistoryItem> = {},
  ): HistoryItem => ({
    kind: 'history',
    ...historyKey('shop', entry.fingerprint, day, more.told ?? day),
    fingerprint: entry.fingerprint,
    cause: 'keepalive-race',
    route: '/pay',
    day,
    closes,
    cid: day,
    at: 0,
    withheld,
    ...more,
  });
  const items = [
    item('2026-11-15', 7, true),
    item('2026-11-16', 3, true),
    item('2026-11-22', 2, true),
    item('2026-11-17', 1, false),
    item('2026-11-21', 40, false, { told: 'doubled' }),
    item('2026-11-22', 3, false, { told: 'expired' }),
    item('2026-11-23', 9, true),
  ];
  const accepted = [{ ...entry, until: Date.UTC(2027, 1, 1) }];
  const digest: Digest = digestOf('digest-2026-11-16', '2026-11-16', items, { accepted });

  it('counts what was withheld in it and what was told, and the week before', () => {
    expect(digest.rows).toMatchObject([
      { service: 'shop', route: '/pay', closes: 49, withheld: 5, doubled: 40, expired: 3, before: 7 },
    ]);
  });

  it('without anything withheld has nothing to say', () => {
    const told = items.map((each) => ({ ...each, withheld: false }));
    expect(digestOf('x', '2026-11-16', told, { accepted }).rows).toEqual([]);
  });

  it('stays counted when the entry is gone from the configuration', () => {
    const [row] = digestOf('x', '2026-11-16', items, { accepted: [] }).rows;
    expect([row?.withheld, row?.accepted]).toEqual([5, undefined]);
  });

  it('is told in whole sentences by every medium', () => {
    const { subject, text, json } = digestLetter(digest);
    expect(subject).toBe('closecall: 5 accepted closes withheld, 2026-11-16 to 2026-11-22');
    expect(text.replace(/\s+/g, ' ')).toContain(
      '- keepalive-race on /pay in shop: 5 of 49 closes withheld (the week before: 7 closes)',
    );
    expect(text.replace(/\s+/g, ' ')).toContain(
      '40 told because a day had more than twice the usual number; 3 told because the last day had passed; 1 told because it was not accepted then; accepted by team-reports until 2027-01-31 because the export moves to a queue (64d8bd5a2a9b29f4)',
    );
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(72);
    expect(JSON.parse(json ?? '')).toEqual({ schema: 'closecall/digest@1', ...digest });
    expect(digestJson(digest)).toMatchObject({ key: 'digest-2026-11-16', text: json });
    expect(JSON.parse(digestChat(digest).text).content.description).toContain(
      'keepalive-race on /pay in shop',
    );
    expect(JSON.stringify(digestMessage(digest).blocks)).toContain(
      'keepalive-race on /pay in shop: 5 of 49 closes withheld',
    );
  });

  it('says of an entry that it has run out, or that it is gone', () => {
    const withheld = items.filter((each) => each.withheld);
    const told = (until: number | undefined) => {
      const own = until === undefined ? [] : [{ ...entry, until }];
      const { text } = digestLetter(digestOf('x', '2026-11-16', withheld, { accepted: own }));
      return text.replace(/\s+/g, ' ');
    };
    expect(told(Date.UTC(2026, 10, 23))).toContain(
      '5 closes, all withheld (the week before: 7 closes) was accepted by team-reports until 2026-11-22 because the export moves to a queue; that day has passed, so it is told again (64d8bd5a2a9b29f4)',
    );
    expect(told(Date.UTC(2026, 10, 24))).toContain(' accepted by team-reports until 2026-11-23 because');
    expect(told(undefined)).toContain('not in the configuration any more, so it is told again (64d8');
  });

  it('counts each route for itself', () => {
    const other = { fingerprint: '1111111111111111', route: '/cart' };
    const both = digestOf('x', '2026-11-16', [...items, item('2026-11-17', 9, true, other)], {
      accepted: [...accepted, { ...entry, ...other, until: Date.UTC(2027, 1, 1) }],
    });
    expect(both.rows.map(({ route, withheld }) => [route, withheld])).toEqual([
      ['/cart', 9],
      ['/pay', 5],
    ]);
    expect(digestLetter(both).subject).toContain('14 accepted closes withheld');
  });

  it('of more than SNS takes is cut by bytes, and says how many rows are left out', () => {
    const [row] = digest.rows;
    if (!row) throw new Error('it has a row');
    const rows = Array.from({ length: 900 }, () => ({ ...row, route: `/${'日'.repeat(100)}` }));
    const json = digestJson({ ...digest, rows }).text;
    expect(Buffer.byteLength(JSON.stringify(json))).toBeLessThanOrEqual(160_000);
    const { rows: kept, left } = JSON.parse(json);
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.length + left).toBe(900);
  });

  it('of more than Slack takes is cut and counted', () => {
    const [row] = digest.rows;
    const long = {
      ...digest,
      rows: Array.from({ length: 300 }, () => row ?? digest.rows[0]).flatMap((each) => each ?? []),
    };
    const { blocks } = digestMessage(long);
    expect(JSON.stringify(blocks).length).toBeLessThan(13_000);
    expect(JSON.stringify(blocks)).toMatch(/And \d+ more, of which less was withheld/);
  });

  it('lets nothing out of a configuration be a mention or a mark', () => {
    const hostile = {
      ...digest,
      rows: digest.rows.map((each) => ({
        ...each,
        service: '<!channel>\u202e*',
        accepted: { owner: '@here', until: '2027-01-31', because: '<https://example.com|click>' },
      })),
    };
    expect(JSON.stringify(digestMessage(hostile))).not.toMatch(/"mrkdwn","text":"[^"]*<!channel>|\u202e/);
    expect(digestLetter(hostile).text).not.toContain('\u202e');
  });
});
