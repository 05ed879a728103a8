import { isNonEmpty } from '#lib/model/nonempty.ts';
import { day, type Millis, minute, type Offset, zoneOffset } from '#lib/model/time.ts';

/** Whatever is read lies between: what came before is gone from every log, and rules change before what comes after. */
const from: Millis = Date.UTC(2015, 0);
const to: Millis = Date.UTC(2045, 0);
/** Clocks that are put back for Ramadan alone are put forward a month later. */
const step: Millis = 7 * day;

const known = new Map<string, Offset | undefined>();

/** The offsets of a zone by its name (`Europe/Berlin`), from the zone data of Node; undefined where there is no such zone. */
export function offsetOf(name: string): Offset | undefined {
  if (!known.has(name)) known.set(name, read(name));
  return known.get(name);
}

function read(name: string): Offset | undefined {
  const minutesAt = clockOf(name);
  if (!minutesAt) return undefined;
  const stretches = [{ from, minutes: minutesAt(from) }];
  for (let at = from; at < to; at += step) {
    const before = stretches[stretches.length - 1]?.minutes;
    const after = minutesAt(at + step);
    if (after !== before) stretches.push({ from: changeIn(at, at + step, minutesAt), minutes: after });
  }
  const [first, ...changes] = stretches;
  return first && isNonEmpty(changes) ? [first, ...changes] : first?.minutes;
}

/** The minute at which the clocks are changed, between a moment before and one after. */
function changeIn(before: Millis, after: Millis, minutesAt: (moment: Millis) => number): Millis {
  const was = minutesAt(before);
  let [low, high] = [before / minute, after / minute];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (minutesAt(middle * minute) === was) low = middle;
    else high = middle;
  }
  return high * minute;
}

function clockOf(name: string): ((moment: Millis) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    return (moment) => {
      const part = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName');
      return zoneOffset(part?.value.replace(/^GMT(?=.)/, '') ?? 'UTC') ?? 0;
    };
  } catch {
    return undefined;
  }
}
