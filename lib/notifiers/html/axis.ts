import { scaleUtc } from 'd3-scale';
import { utcFormat } from 'd3-time-format';
import { day, type Millis, minute, second } from '#lib/model/time.ts';
import type { Lane, Stretch } from './lanes.ts';

export interface Axis {
  /** A share of the width, in percent. */
  readonly at: (time: Millis) => number;
  /** The same, brought to the edge where it lies beyond. */
  readonly within: (time: Millis) => number;
  /** `2026-11-24`; undefined for times of day without a date. */
  readonly day: string | undefined;
  readonly ticks: readonly { readonly time: Millis; readonly label: string }[];
}

const shortest = 10 * second;
/** Times of day stand on the first of January 1970. */
const firstDate = day;
const edges = [1.5, 98.5];

/** From the first to the last moment in the lanes, but no farther from `around` than thrice its length. */
export function axisOf(lanes: readonly Lane[], around?: Stretch): Axis | undefined {
  const reach = around ? Math.max(3 * (around.to - around.from), 2 * minute) : Infinity;
  const near = (time: Millis): boolean =>
    around === undefined || (time >= around.from - reach && time <= around.to + reach);
  const times = lanes.flatMap(({ marks, bars }) => [
    ...marks.map(({ time }) => time),
    ...bars.flatMap(({ from, to }) => [from, to]),
  ]);
  const shown = [...times.filter(near), ...(around ? [around.from, around.to] : [])];
  if (shown.length === 0) return undefined;
  const [from, to] = [Math.min(...shown), Math.max(...shown)];
  const room = Math.max(0, shortest - (to - from)) / 2;
  const scale = scaleUtc([new Date(from - room), new Date(to + room)], edges);
  const inside = scale.copy().clamp(true);
  return {
    at: (time) => scale(new Date(time)),
    within: (time) => inside(new Date(time)),
    day: from < firstDate ? undefined : utcFormat('%Y-%m-%d')(new Date(from)),
    ticks: ticksOf(scale),
  };
}

/** Every other one has room on a telephone, in letters. */
const mostTicks = 8;
const mostLetters = 80;

function ticksOf(scale: ReturnType<typeof scaleUtc>): Axis['ticks'] {
  for (let wanted = mostTicks; wanted > 1; wanted--) {
    const dates = scale.ticks(wanted);
    const label = utcFormat(faceOf(dates.map((date) => date.getTime())));
    const ticks = dates.map((date) => ({ time: date.getTime(), label: label(date) }));
    const letters = ticks.reduce((sum, tick) => sum + tick.label.length, 0);
    if (ticks.length <= mostTicks && letters <= mostLetters) return ticks;
  }
  return [];
}

function faceOf(times: readonly Millis[]): string {
  const [first = 0, next = first + second] = times;
  const days = new Set(times.map((time) => Math.floor(time / day)));
  if (next - first >= day) return '%-d %b';
  if (next - first < second) return '%H:%M:%S.%L';
  const face = next - first < minute ? '%H:%M:%S' : '%H:%M';
  return days.size > 1 ? `%-d %b ${face}` : face;
}
