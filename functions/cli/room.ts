import { getHeapStatistics } from 'node:v8';
import { size } from '#lib/model/words.ts';
import { Problem } from './problem.ts';

/** What one signal takes until it is weighed: measured over a million of them. */
const bytesEach = 1_500;
/** The program itself, and the first signals, which are kept as they come. */
const always = 128 * 1024 ** 2;

/** How much memory so many signals take, where that is more than this process may have. */
export function lackOfRoom(signals: number): number | undefined {
  const needed = always + signals * bytesEach;
  return needed < getHeapStatistics().heap_size_limit ? undefined : needed;
}

/** What to add to the command for that much memory. */
export const moreRoom = (needed: number): string =>
  `NODE_OPTIONS=--max-old-space-size=${Math.ceil((needed * 1.5) / 1024 ** 2)}`;

/** Throws where so many signals would end in the runtime's own crash for want of memory. */
export function ifNoRoomFor(signals: number): void {
  const needed = lackOfRoom(signals);
  if (needed === undefined) return;
  throw new Problem(
    `${signals} lines or more bear on a close, and weighing them takes about ${size(needed)} of memory, more than this process may have. Take a shorter time with --since and --until, or allow more: ${moreRoom(needed)} closecall explain …`,
  );
}
