import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import type { EventTime } from '#lib/model/time.ts';
import type { Finding, Fingerprint } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';
import { groupsOf } from './fingerprint.ts';
import { grouped } from './group.ts';
import { compare } from './order.ts';
import type { Redactor } from './redact.ts';

/** As many as routes are named. */
const mostGroups = 20;

/** What the closes of one cause are called, by route: the first is that of the most closes. */
export function fingerprintsOf(
  { incident, routeName }: View,
  cause: Parameters<typeof groupsOf>[1],
  closes: readonly Close[],
  redact: Redactor,
): Pick<Finding, 'fingerprint' | 'fingerprints'> {
  const fingerprints = groupsOf(incident.scope, cause, closes)
    .slice(0, mostGroups)
    .map(({ fingerprint, route, closes: own }): Fingerprint => {
      const name = routeName(route);
      return {
        fingerprint,
        route: name === undefined ? null : redact.text(name),
        closes: own.length,
        ...daysOf(own, incident.from),
      };
    });
  const [first] = fingerprints;
  return first ? { fingerprint: first.fingerprint, fingerprints } : {};
}

/** A close without a time counts for the day on which the incident began. */
function daysOf(closes: readonly Close[], from: EventTime | null): Pick<Fingerprint, 'days'> {
  const start = dateOf(from);
  const days = [...grouped(closes, ({ at }) => dateOf(at) ?? start)].map(([day, own]) => ({
    day: day ?? '',
    closes: own.length,
  }));
  if (start === undefined || days.every(({ day }) => day === start)) return {};
  return { days: days.sort((a, b) => compare(a.day, b.day)) };
}

/** Undefined without a date. */
function dateOf(at: EventTime | null): string | undefined {
  const [date, time] = (instant(at) ?? '').split('T');
  return time === undefined ? undefined : date;
}
