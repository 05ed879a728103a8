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

  const item = (day: string, closes: number, withheld: boolean, cid = day): HistoryItem => ({
    kind: 'history',
    ...historyKey('shop', entry.fingerprint, day, cid),
    fingerprint: entry.fingerprint,
    cause: 'keepalive-race',
    day,
    closes,
    cid,
    at: 0,
    withheld,
  });
  const items = [
    item('2026-11-15', 7, true),
    item('2026-11-16', 3, true),
    item('2026-11-22', 2, true),
    item('2026-11-22', 40, false, 'told'),
    item('2026-11-23', 9, true),
  ];
  const accepted = [{ ...entry, until: Date.UTC(2027, 1, 1) }];
  const digest: Digest = digestOf('digest-2026-11-16', '2026-11-16', items, { accepted });

  it('counts what was withheld in it and what was told, and the week before', () => {
    expect(digest.rows).toMatchObject([{ service: 'shop', closes: 45, withheld: 5, before: 7 }]);
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
    expect(subject).toBe('closecall: 45 accepted closes, 2026-11-16 to 2026-11-22');
    expect(text).toContain('keepalive-race in shop: 45 closes (7 the week before)');
    expect(text.replace(/\s+/g, ' ')).toContain(
      '40 of them were told when they came, being too many; accepted by team-reports until 2027-01-31 because the export moves to a queue (64d8bd5a2a9b29f4)',
    );
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(72);
    expect(JSON.parse(json ?? '')).toEqual({ schema: 'closecall/digest@1', ...digest });
    expect(digestJson(digest)).toMatchObject({ key: 'digest-2026-11-16', text: json });
    expect(JSON.parse(digestChat(digest).text).content.description).toContain('keepalive-race in shop');
    expect(JSON.stringify(digestMessage(digest).blocks)).toContain('keepalive-race in shop: 45 closes');
  });

  it('of more than Slack takes is cut and counted', () => {
    const [row] = digest.rows;
    const long = {
      ...digest,
      rows: Array.from({ length: 300 }, () => row ?? digest.rows[0]).flatMap((each) => each ?? []),
    };
    const { blocks } = digestMessage(long);
    expect(JSON.stringify(blocks).length).toBeLessThan(13_000);
    expect(JSON.stringify(blocks)).toMatch(/And \d+ more, with fewer closes each/);
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
