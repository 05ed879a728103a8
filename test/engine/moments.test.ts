import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsOf } from '#lib/engine/moments.ts';
import type { Close } from '#lib/model/incident.ts';
import { day, eventTime, hour, minute, second } from '#lib/model/time.ts';

const closeAt = (at: number | null) => ({ at: at === null ? null : eventTime(at) }) as Close;
const noon = Date.UTC(2026, 10, 24, 12);
const group = (cause: string | null, ...times: readonly (number | null)[]) => ({
  cause,
  closes: times.map(closeAt),
});

describe('when the closes came', () => {
  it('is counted in stretches that begin where a clock would say it', () => {
    const groups = [
      group('restart', noon + 1_200, noon + 1_900, noon + 33_000),
      group(null, noon + 1_000, null),
    ];
    expect(momentsOf(groups)).toEqual({
      moments: {
        lengthMs: second,
        spans: [
          { at: '2026-11-24T12:00:01.000Z', cause: null, closes: 1 },
          { at: '2026-11-24T12:00:01.000Z', cause: 'restart', closes: 2 },
          { at: '2026-11-24T12:00:33.000Z', cause: 'restart', closes: 1 },
        ],
      },
    });
  });

  it('is a time of day where the run has no date', () => {
    expect(momentsOf([group('crash', 12 * hour)]).moments?.spans[0]?.at).toBe('12:00:00.000');
  });

  it('is not told where no close has a time', () => {
    expect(momentsOf([group('crash', null), group(null)])).toEqual({});
  });

  it.each([
    [59 * second, second],
    [60 * second, 2 * second],
    [29 * minute, 30 * second],
    [30 * minute, minute],
    [day - 1, 30 * minute],
    [20 * day, 12 * hour],
  ])('over %d ms is counted by %d ms', (length, lengthMs) => {
    const start = noon - (noon % day);
    expect(momentsOf([group('crash', start, start + length)]).moments?.lengthMs).toBe(lengthMs);
  });

  it('loses no close, takes at most 60 stretches, and knows no order', () => {
    const times = fc.array(fc.integer({ min: 0, max: 40 * day }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(times, times, fc.integer({ min: 1, max: 4_000_000 }), (some, others, squeeze) => {
        const groups = (a: readonly number[], b: readonly number[]) => [
          group('crash', ...a.map((at) => noon + Math.floor(at / squeeze))),
          group(null, ...b.map((at) => noon + Math.floor(at / squeeze))),
        ];
        const { moments } = momentsOf(groups(some, others));
        if (!moments) throw new Error('they have times');
        const closes = moments.spans.reduce((sum, span) => sum + span.closes, 0);
        expect(closes).toBe(some.length + others.length);
        const starts = moments.spans.map(({ at }) => Date.parse(at ?? ''));
        for (const start of starts) expect(start % moments.lengthMs).toBe(0);
        expect((Math.max(...starts) - Math.min(...starts)) / moments.lengthMs).toBeLessThan(60);
        expect(momentsOf(groups(some.toReversed(), others.toReversed()))).toEqual({ moments });
      }),
    );
  });
});
