import { field } from '#functions/events/field.ts';
import { type Millis, second } from '#lib/model/time.ts';

const longest: Millis = 90 * second;

/**
 * Whether the schedule has asked again since it asked this: Lambda keeps calls for hours for which it had no room, and
 * then makes them all. `at` is in what the schedule sends and in nothing else.
 */
export function isOutdated(event: unknown, now: Millis): boolean {
  const at = field(event, 'at');
  return typeof at === 'string' && now - Date.parse(at) > longest;
}
