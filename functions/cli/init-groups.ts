import type { ListedGroup } from '#functions/account.ts';
import { ownGroups } from '#functions/setup.ts';
import type { Role } from '#lib/model/record.ts';
import { count, list } from '#lib/model/words.ts';

/** Why a log group cannot be a source; undefined where it can. A sentence's end: `/x: …`. */
export function withheld({ name, class: kind }: Pick<ListedGroup, 'name' | 'class'>): string | undefined {
  if (name.startsWith(ownGroups)) return 'closecall writes it itself';
  if (kind !== 'STANDARD')
    return `it is of class ${kind}, and CloudWatch lets only groups of class STANDARD be subscribed to or searched`;
  return undefined;
}

const mostNamed = 3;

/** What is not offered, and why: a sentence for each reason. */
export function withheldNotes(groups: readonly ListedGroup[]): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const group of groups) {
    const why = withheld(group);
    if (why !== undefined) reasons.set(why, [...(reasons.get(why) ?? []), group.name]);
  }
  return [...reasons].map(([why, names]) => {
    const shown = names.slice(0, mostNamed);
    const more = names.length - shown.length;
    return `${list([...shown, ...(more > 0 ? [`${more} more`] : [])])} ${names.length === 1 ? 'is' : 'are'} not offered: ${why}.`;
  });
}

/** What a name hints at. Only the order of the list and groups without a telling line rest on it. */
const hints: readonly (readonly [Role, RegExp])[] = [
  ['proxy', /nginx|ingress|proxy|envoy|openresty|kong|apisix|gateway|\b[an]?lb\b|edge/i],
  ['platform', /kern|syslog|messages|dmesg|journal|systemd/i],
  ['backend', /api|app|web|back-?end|service|server|gunicorn|uvicorn|uwsgi|php|fpm|node|django|rails|ecs/i],
];
/** Groups of AWS's own services, whose lines no proxy or backend writes. */
const elsewhere = /^\/?aws[-/](?!ecs|eks|containerinsights|elasticbeanstalk|ec2)/i;

export const roleByName = (name: string): Role | undefined =>
  elsewhere.test(name) ? undefined : hints.find(([, pattern]) => pattern.test(name))?.[0];

const order: readonly (Role | undefined)[] = ['proxy', 'backend', 'platform', undefined];

/** Likely proxies first, then likely backends; among equals those that hold most. */
export const byLikelihood = (groups: readonly ListedGroup[]): readonly ListedGroup[] =>
  [...groups].sort(
    (a, b) =>
      order.indexOf(roleByName(a.name)) - order.indexOf(roleByName(b.name)) ||
      (b.bytes ?? 0) - (a.bytes ?? 0) ||
      (a.name < b.name ? -1 : 1),
  );

export const groupsSeen = (offered: number, all: number, region: string): string =>
  `${count(all, 'log group')} in ${region}, ${offered} of which can be read.`;
