import type { Alert } from '#lib/model/alert.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import { insightsLink } from './insights.ts';
import { dated } from './terminal/moments.ts';

/** Where the lines are kept that alerts rest on. A laptop has no such place. */
export interface Place {
  readonly region: string;
  readonly groups: readonly {
    readonly name: string;
    /** The services whose lines it may hold; undefined where it belongs to all. */
    readonly services: readonly string[] | undefined;
  }[];
}

export interface Links {
  /** The lines around the incident, in the console of CloudWatch Logs Insights. */
  readonly insights?: string;
  /** Judges the same time anew, on a laptop. */
  readonly replay: string;
}

/** What set it off may stand two minutes before, and lines come late. */
const around: Millis = 5 * minute;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element: the shortest limit of an address. */
const longestLink = 3_000;
const query = 'fields @timestamp, @log, @logStream, @message\n| sort @timestamp asc\n| limit 10000';

/** Undefined where it has no date, and where nobody knows the place. */
export function linksOf({ incident }: Alert, place: Place | undefined): Links | undefined {
  const { start, end, service } = incident;
  if (place === undefined || start === null || end === null || !dated(start) || !dated(end)) return undefined;
  const from = new Date(floored(new Date(start).getTime() - around)).toISOString();
  const to = new Date(floored(new Date(end).getTime() + around) + minute).toISOString();
  const names = place.groups
    .filter(({ services }) => services === undefined || services.includes(service))
    .map(({ name }) => name);
  const insights = fitting(names, (groups) =>
    insightsLink({ region: place.region, groups, from, to, query }),
  );
  return {
    ...(insights === undefined ? {} : { insights }),
    replay: `closecall replay --since ${whole(from)} --until ${whole(to)}`,
  };
}

const floored = (at: Millis): Millis => Math.floor(at / minute) * minute;
const whole = (iso: string): string => iso.replace('.000Z', 'Z');

/** With as many groups as the address has room for; the console adds others by hand. */
function fitting(names: readonly string[], link: (groups: readonly string[]) => string): string | undefined {
  for (let count = names.length; count > 0; count--) {
    const address = link(names.slice(0, count));
    if (address.length <= longestLink) return address;
  }
  return undefined;
}
