import type { Observer } from '#lib/engine/observe.ts';
import type { LogEvent } from '#lib/model/event.ts';
import type { EventTime } from '#lib/model/time.ts';
import type { Gathered } from './gather.ts';
import { linesAt } from './lines.ts';

/** Bytes read at once around a place in a file. */
export const window = 64 * 1024;

export const reading = (file: Gathered, text: string, observer: Observer): LogEvent | undefined =>
  observer.read({ id: '', source: file.source.name, text }, file.source);

/**
 * A byte before the first line of a moment or later, and at most a window before it. Log files are nearly sorted, so a
 * bisection finds it.
 */
export function bytesBefore(file: Gathered, moment: number, observer: Observer): number {
  let low = 0;
  let high = file.input.bytes;
  while (high - low > window) {
    const middle = Math.floor((low + high) / 2);
    let at: EventTime | undefined;
    for (const { text } of linesAt(file.input, middle, window)) {
      at = reading(file, text, observer)?.at;
      if (at !== undefined) break;
    }
    if (at !== undefined && at < moment) low = middle;
    else high = middle;
  }
  return low;
}

/** Where the first line of a moment or later begins; the file's end where there is none. */
export function byteAt(file: Gathered, moment: number, observer: Observer): number {
  const low = bytesBefore(file, moment, observer);
  for (const { offset, text } of linesAt(file.input, low, 2 * window)) {
    const at = reading(file, text, observer)?.at;
    if (at !== undefined && at >= moment) return offset;
  }
  return Math.min(file.input.bytes, low + 2 * window);
}
