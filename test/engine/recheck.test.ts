import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPace } from '#functions/config.ts';
import { isOne, thatMayMend, united } from '#lib/engine/changes.ts';
import { backOf, isTelling, outcomeOf, remembered } from '#lib/engine/checked.ts';
import { checksWanted, measured } from '#lib/engine/recheck.ts';
import type { Change, Check, Checked, Conversation, Span } from '#lib/model/conversation.ts';
import { day, eventTime, hour, type Millis, minute, second } from '#lib/model/time.ts';

const ten = Date.UTC(2026, 10, 22, 10, 0, 0);

const span = (from: Millis, to: Millis, closes: number, cause = 'crash'): Span => ({
  from: eventTime(from),
  to: eventTime(to),
  closes,
  counts: [{ fingerprint: 'f', cause, day: '2026-11-22', closes }],
});

const conversation = (cid: string, spans: readonly Span[], changes: Partial<Conversation> = {}) =>
  ({
    cid,
    openedAt: spans[0]?.from ?? 0,
    phase: { is: 'resolved', at: (spans.at(-1)?.to ?? 0) + 13 * minute },
    spans,
    earlier: 0,
    settled: [],
    revision: 3,
    verdict: '',
    judgement: 'crash likely',
    confirmedExit: false,
    evident: true,
    leading: 'f',
    accepted: [],
    news: { kind: 'resolved', quietSince: eventTime(0) },
    told: { slack: { at: ten, revision: 3, phase: 'resolved', judgement: 'crash likely', closes: 9 } },
    ...changes,
  }) satisfies Conversation;

const deploy = (from: Millis, to: Millis = from, changes: Partial<Change> = {}): Change => ({
  what: 'deploy',
  from: eventTime(from),
  to: eventTime(to),
  ...changes,
});
const reload = (at: Millis): Change => ({ ...deploy(at), what: 'reload', program: 'nginx' });

const wanted = (
  conversations: readonly Conversation[],
  changes: readonly Change[],
  checked: readonly Checked[] = [],
) => checksWanted(conversations, changes, checked, defaultPace);

const crashes = conversation('a', [span(ten, ten + 30 * minute, 41)]);
const mending = deploy(ten + 31 * minute);

describe('changes', () => {
  const lines = fc.array(
    fc.record({
      what: fc.constantFrom('deploy', 'reload'),
      from: fc.nat(40).map((minutes) => eventTime(ten + minutes * minute)),
      stage: fc.constantFrom('begun', 'failed', undefined),
      service: fc.constantFrom('api', 'web'),
    }),
    { maxLength: 8 },
  );

  it('are the same however their lines come', () => {
    fc.assert(
      fc.property(lines, fc.nat(8), fc.infiniteStream(fc.nat()), (some, cut, dice) => {
        const all = some.map(({ from, stage, ...each }) => ({
          ...each,
          from,
          to: from,
          ...(stage ? { stage } : {}),
        }));
        const jumbled = all
          .map((each) => ({ each, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const inTwo = united([...united(jumbled.slice(0, cut)), ...jumbled.slice(cut)]);
        const named = (changes: readonly Change[]) =>
          changes.map((each) => JSON.stringify(each, Object.keys(each).sort())).sort();
        expect(named(inTwo)).toEqual(named(united(all)));
        expect(named(united([...inTwo, ...all]))).toEqual(named(inTwo));
      }),
    );
  });

  it('of one deployment are one, however far apart, and of two are two, however near', () => {
    const begins = deploy(ten, ten, { service: 'api', deployment: 'd-1', stage: 'begun' });
    const ends = deploy(ten + 2 * hour, ten + 2 * hour, { service: 'api', deployment: 'd-1' });
    expect(united([ends, begins])).toEqual([
      deploy(ten, ten + 2 * hour, { service: 'api', deployment: 'd-1' }),
    ]);
    expect(isOne(begins, { ...begins, deployment: 'd-2' })).toBe(false);
    expect(isOne(begins, { ...begins, service: 'web' })).toBe(false);
  });

  it('that come again and again are no event, unless they are deploys', () => {
    const often = [0, 1, 2, 3].map((hours) => reload(ten + hours * hour));
    expect(thatMayMend(often)).toEqual(often.slice(0, 3));
    const deploys = often.map(({ from }) => deploy(from));
    expect(thatMayMend(deploys)).toEqual(deploys);
  });
});

describe('a check', () => {
  it('is wanted three mean silences after the change, and when its lines have come', () => {
    expect(wanted([crashes], [mending])).toEqual([
      {
        cid: 'a',
        fingerprint: 'f',
        change: mending,
        at: mending.to + minute + (3 * day) / 41 + defaultPace.lateness,
      },
    ]);
  });

  it('is no matter of a change that is said to have set the closes off', () => {
    const own = { ...crashes, triggers: [mending.from] };
    expect(wanted([own], [mending])).toEqual([]);
    expect(wanted([{ ...crashes, triggers: [ten - minute] }], [mending])).toHaveLength(1);
  });

  it('is no matter of a change with which closes began again', () => {
    const change = reload(ten + 20 * hour);
    const with_ = (from: Millis) => conversation('b', [span(change.from + from, change.from + from, 41)]);
    expect(wanted([crashes, with_(20 * second)], [change])).toEqual([]);
    // They had gone on.
    const older = conversation('a', [span(ten, ten + 20 * hour - minute, 410)]);
    expect(wanted([older, with_(20 * second)], [change])).toHaveLength(1);
  });

  it('is no matter of a change whose lines are evidence of such closes, where it touches them', () => {
    const restarts = { ...mending, causes: ['crash'] };
    expect(wanted([crashes], [restarts])).toEqual([]);
    expect(wanted([crashes], [{ ...restarts, causes: ['oom-kill'] }])).toHaveLength(1);
  });

  it('is made once of a fingerprint and once by a conversation, whatever leads it', () => {
    const said = { fingerprint: 'f', change: mending, isEnd: true };
    const later = deploy(mending.to + 4 * minute);
    expect(wanted([crashes], [mending], [{ ...said, cid: 'older' }])).toEqual([]);
    expect(wanted([crashes], [mending], [{ ...said, cid: 'a', fingerprint: 'g' }])).toEqual([]);
    expect(wanted([crashes], [mending], [{ ...said, cid: 'older', fingerprint: 'g' }])).toHaveLength(1);
    // A late line of the same roll-out makes it no other.
    expect(wanted([crashes], united([mending, later]), [{ ...said, cid: 'a' }])).toEqual([]);
  });

  it('is told by the latest conversation that anybody heard of', () => {
    const later = conversation('b', [span(ten + hour, ten + hour + minute, 3)]);
    const change = deploy(ten + hour + 2 * minute);
    const tellers = (...all: Conversation[]) => wanted(all, [change]).map(({ cid }) => cid);
    expect(tellers(crashes, later)).toEqual(['b']);
    expect(tellers(crashes, { ...later, told: {} })).toEqual(['a']);
    expect(tellers(crashes, { ...later, phase: { is: 'merged', into: 'a' } })).toEqual(['a']);
  });

  const counts: Check = { cid: 'a', fingerprint: 'f', change: mending, since: 0, before: 41, over: 2 * hour };

  it('of closes that had stopped, and began again, tells nothing', () => {
    expect(isTelling(counts)).toBe(true);
    expect(isTelling({ ...counts, quietFor: hour })).toBe(true);
    expect(isTelling({ ...counts, quietFor: hour, since: 1 })).toBe(false);
    expect(isTelling({ ...counts, before: 2 })).toBe(false);
  });

  it('says that a change did not help only where as many came as before', () => {
    const of = (since: number, before: number) => outcomeOf({ since, before, over: day / 4 });
    expect([of(0, 40), of(2, 40), of(5, 40), of(10, 40), of(12, 40)]).toEqual([
      'over',
      'rarer',
      'not over',
      'the same',
      'the same',
    ]);
  });

  it('counts what lies in its stretches, and others by cause', () => {
    const at = (...times: Millis[]) => times.map(eventTime);
    const from = mending.to + minute;
    const [check] = wanted([crashes], [mending]);
    if (!check) throw new Error('none is wanted');
    const times = new Map([
      ['f', { cause: 'crash', at: at(from - day, from - day + 1, from, from + 1, from + hour) }],
      ['g', { cause: 'crash', at: at(from + minute) }],
      ['h', { cause: 'oom-kill', at: at(from - minute, from + minute, from + 2 * minute) }],
      ['i', { cause: 'unexplained', at: at(from) }],
    ]);
    expect(measured(check, times, ['/app/proxy'], from + hour, defaultPace)).toMatchObject({
      since: 2,
      before: 2,
      over: hour - defaultPace.lateness,
      others: [
        { cause: 'oom-kill', closes: 2 },
        { cause: 'crash', closes: 1 },
      ],
      blind: ['/app/proxy'],
    });
  });
});

describe('closes that came back', () => {
  const ended: Checked = { cid: 'a', fingerprint: 'f', change: mending, isEnd: true };
  const again = conversation('b', [span(ten + 5 * hour, ten + 6 * hour, 2)]);

  it('did so after a change that seemed to have ended them, and to nobody else', () => {
    expect(backOf(again, [ended])).toEqual({ change: mending, at: again.spans[0]?.from });
    expect(backOf(again, [{ ...ended, isEnd: false }])).toBeUndefined();
    expect(backOf(again, [{ ...ended, fingerprint: 'g' }])).toBeUndefined();
    expect(backOf(again, [{ ...ended, back: 'c' }])).toBeUndefined();
    expect(backOf(crashes, [ended])).toBeUndefined();
  });

  it('are known for two weeks, and are news of one conversation', () => {
    const back = { change: mending, at: eventTime(ten + 5 * hour) };
    expect(remembered([ended], [{ ...again, back }], ten + day)).toEqual([{ ...ended, back: 'b' }]);
    expect(remembered([ended], [], mending.to + 14 * day)).toEqual([ended]);
    // It turned out to be none, or part of another; or it is so long ago that nobody asks.
    const known = { ...ended, back: 'b' };
    expect(remembered([known], [again], ten + day)).toEqual([ended]);
    const whole = [
      { ...again, back, phase: { is: 'merged', into: 'c' } as const },
      { ...again, cid: 'c', back },
    ];
    expect(remembered([known], whole, ten + day)).toEqual([{ ...ended, back: 'c' }]);
    expect(remembered([known], [], ten + day)).toEqual([known]);
    expect(remembered([ended], [], mending.to + 14 * day + second)).toEqual([]);
  });
});
