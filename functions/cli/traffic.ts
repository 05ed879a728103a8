import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Observer } from '#lib/engine/observe.ts';
import type { Rise } from '#lib/model/context.ts';
import { type EventTime, eventTime, minute } from '#lib/model/time.ts';
import type { Gathered } from './gather.ts';
import { linesAt } from './lines.ts';
import { byteAt, window } from './seek.ts';

/** Minutes before a moment that are looked at; of these the last may belong to the rise. */
const minutes = 12;
const last = 4;
/** So many of the others must be in the file: fewer do not show what is usual. */
const least = 5;
/** What was usual so many times over, and this much more a minute, is no wave of every day. */
const times = 3;
const more = 60;

const counting = new Set(catalogue.formats.filter(({ kind }) => kind === 'access').map(({ id }) => id));

/** How the requests in a proxy's access log had risen before a moment: its bytes a minute, by the length of its lines. */
export function riseIn(file: Gathered, moment: EventTime, observer: Observer): Rise | undefined {
  const { source, covers, input } = file;
  if (source.role !== 'proxy' || !source.formats.some((id) => counting.has(id)) || !covers) return undefined;
  const marks = Array.from({ length: minutes + 1 }, (_, index) =>
    eventTime(moment - (minutes - index) * minute),
  ).filter((at) => at >= covers.from);
  if (marks.length < least + last + 1) return undefined;
  const bytes = marks.map((at) => byteAt(file, at, observer));
  // A log with the newest lines first, or in no order, does not say how many came when.
  if (bytes.some((byte, index) => index > 0 && byte <= (bytes[index - 1] ?? 0))) return undefined;
  const end = bytes[bytes.length - 1] ?? 0;
  const lines = linesAt(input, Math.max(0, end - window), Math.min(window, end));
  const length = Math.min(window, end) / Math.max(1, lines.length);
  const rates = bytes.slice(1).map((byte, index) => (byte - (bytes[index] ?? 0)) / length);
  const usual = median(rates.slice(0, -last));
  const peak = Math.max(...rates.slice(-last));
  if (!(peak >= times * usual && peak - usual >= more)) return undefined;
  const begun = rates.findIndex((rate, index) => index >= rates.length - last && rate >= (usual + peak) / 2);
  return { at: marks[begun] ?? moment, from: rounded(usual), to: rounded(peak) };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** To two figures: more are not known. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / unit) * unit;
}
