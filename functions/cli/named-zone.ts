import { day, type Millis, minute, zoneOffset } from '#lib/model/time.ts';
import { nearest } from './nearest.ts';
import { Problem } from './problem.ts';

/** Minutes east of UTC: `+02:00`, `UTC`, or a named zone's (`Europe/Berlin`) when its clocks show `wall`. */
export function zoneOf(name: string, wall: number): number {
  const fixed = fixedOffset(name);
  if (fixed !== undefined) return fixed;
  const guess = namedOffset(name, wall);
  return namedOffset(name, wall - guess * minute);
}

const farthest = 14 * 60;

/** `+2` is as good as `+02:00`. */
function fixedOffset(text: string): number | undefined {
  const offset = zoneOffset(/^[+-]\d$/.test(text) ? `${text[0]}0${text.slice(1)}` : text);
  return offset !== undefined && Math.abs(offset) <= farthest ? offset : undefined;
}

/** Whether a named zone's clocks were put forward or back between two moments. */
export function changesWithin(name: string, from: Millis, to: Millis): boolean {
  if (fixedOffset(name) !== undefined) return false;
  const steps = Math.min(800, Math.ceil((to - from) / day));
  const offset = namedOffset(name, from);
  return Array.from({ length: steps }, (_, index) => Math.min(to, from + (index + 1) * day)).some(
    (at) => namedOffset(name, at) !== offset,
  );
}

function namedOffset(name: string, at: number): number {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      timeZoneName: 'longOffset',
    }).formatToParts(at);
    const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '');
    return offset ? (zoneOffset(offset) ?? 0) : 0;
  } catch {
    const meant = nearest(name, Intl.supportedValuesOf('timeZone'));
    throw new Problem(
      `--tz ${name}: there is no such zone${meant === undefined ? '' : `; did you mean ${meant}`}${meant === undefined ? '. ' : '? '}Give an offset (+02:00), UTC, or a name such as Europe/Berlin.`,
    );
  }
}
