import type { Acceptance, Accepted, Earlier, Past } from '#lib/model/conversation.ts';
import { type Millis, day as oneDay } from '#lib/model/time.ts';
import type { Finding, IncidentVerdict } from '#lib/model/verdict.ts';
import { countsOf, dayOf } from './counts.ts';

/** So many days make what is usual: four weeks, so that every weekday is in it four times. */
export const usualDays = 28;
/** More than so many times a usual day is another matter than what was accepted. */
export const tooMany = 2;

/** Closes of a fingerprint on a day, this incident's included. */
export type TotalOn = (fingerprint: string, day: string) => number;

/**
 * What of an incident is accepted in the configuration. That ends with the day that is written there, by the time of
 * the closes, and on a day with more than twice the closes of a usual one; without a past nothing can have doubled.
 */
export function acceptancesIn(
  incident: IncidentVerdict,
  accepted: readonly Accepted[],
  past: readonly Past[],
  totalOn: TotalOn,
): readonly Acceptance[] {
  const counts = countsOf(incident);
  const end = new Date(incident.end ?? 0).getTime();
  return accepted.flatMap((entry): readonly Acceptance[] => {
    const own = counts.filter(({ fingerprint }) => fingerprint === entry.fingerprint);
    const [first] = own;
    if (!first) return [];
    const closes = own.reduce((sum, each) => sum + each.closes, 0);
    const { cause, route } = first;
    const said = { ...entry, cause, ...(route === undefined ? {} : { route }), closes };
    if (end >= entry.until) return [{ ...said, is: 'expired' }];
    for (const { day } of own) {
      const [today, usual] = [totalOn(entry.fingerprint, day), usualOf(entry.fingerprint, day, past)];
      if (usual !== undefined && today > tooMany * usual) return [{ ...said, is: 'doubled', today, usual }];
    }
    return [{ ...said, is: 'withheld' }];
  });
}

/**
 * The median of the days that had any closes, of the four weeks before a day: one bad day does not make the next one
 * usual. Undefined where there were none.
 */
function usualOf(fingerprint: string, day: string, past: readonly Past[]): number | undefined {
  const oldest = dayOf(new Date(day).getTime() - usualDays * oneDay);
  const days = new Map<string, number>();
  for (const each of past)
    if (each.fingerprint === fingerprint && each.day >= oldest && each.day < day)
      days.set(each.day, (days.get(each.day) ?? 0) + each.closes);
  const totals = [...days.values()].filter((closes) => closes > 0).sort((a, b) => a - b);
  return totals[Math.floor((totals.length - 1) / 2)];
}

/** All that is accepted at a time, as a usual day has it: undefined where none of it was ever seen here. */
export function usualOn(
  now: Millis,
  accepted: readonly Accepted[],
  past: readonly Past[],
): number | undefined {
  const today = dayOf(now);
  const usual = accepted
    .filter(({ until }) => now < until)
    .flatMap(({ fingerprint }) => {
      const own = past.filter((each) => each.fingerprint === fingerprint);
      const first = own.reduce((sum, { closes }) => sum + closes, 0);
      return first === 0 ? [] : [usualOf(fingerprint, today, past) ?? first];
    });
  return usual.length === 0 ? undefined : usual.reduce((sum, each) => sum + each);
}

/** The fingerprints of which nothing is told. */
export const withheldOf = (accepted: readonly Acceptance[]): ReadonlySet<string> =>
  new Set(accepted.flatMap((each) => (each.is === 'withheld' ? [each.fingerprint] : [])));

/** How many closes of a finding are told: all but those of its routes of which nothing is. */
export const toldOf = (
  { closes, fingerprints = [] }: Pick<Finding, 'closes' | 'fingerprints'>,
  withheld: ReadonlySet<string>,
): number =>
  fingerprints.reduce((left, each) => left - (withheld.has(each.fingerprint) ? each.closes : 0), closes);

/** The conversation that had this fingerprint last, before a moment. */
export function earlierOf(
  fingerprint: string | undefined,
  cid: string,
  from: number,
  past: readonly Past[],
): { readonly before?: Earlier } {
  const own = past.filter((each) => each.fingerprint === fingerprint && each.cid !== cid && each.at < from);
  const [latest] = own.toSorted((a, b) => b.at - a.at);
  if (!latest) return {};
  const closes = own.reduce((sum, each) => sum + (each.cid === latest.cid ? each.closes : 0), 0);
  return { before: { cid: latest.cid, at: latest.at, closes } };
}
