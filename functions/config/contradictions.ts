import type { Written } from '#functions/schemas/config.ts';
import { defaultTiming } from '#lib/engine/join.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import { list } from '#lib/model/words.ts';
import { shown } from './sentences.ts';
import { unreachable } from './unreachable.ts';

/** What one value alone cannot show: what is named twice, our own groups, formats that do not exist, rules in vain. */
export const contradictionsIn = (
  written: Written,
  catalogue: Catalogue,
  ownGroups: string,
): readonly string[] => [
  ...groupErrors(written, catalogue, ownGroups),
  ...serviceErrors(written),
  ...addressErrors(written),
  ...timingErrors(written),
  ...acceptedErrors(written),
];

function groupErrors({ sources }: Written, catalogue: Catalogue, ownGroups: string): readonly string[] {
  const ids = catalogue.formats.map(({ id }) => id);
  return sources.flatMap((source, index) => {
    const at = `sources[${index}]`;
    if ('ecsCluster' in source) {
      const { ecsCluster } = source;
      const isTold = sources
        .slice(0, index)
        .some((each) => 'ecsCluster' in each && each.ecsCluster === ecsCluster);
      return isTold
        ? [`${at}.ecsCluster is ${ecsCluster}, which is listed before: one entry per cluster.`]
        : [];
    }
    const { logGroup, formats } = source;
    const isTold = sources.slice(0, index).some((each) => 'logGroup' in each && each.logGroup === logGroup);
    return [
      ...(logGroup.startsWith(ownGroups)
        ? [
            `${at}.logGroup is ${logGroup}: closecall writes that group itself; name the group of your proxy or backend.`,
          ]
        : []),
      ...(isTold ? [`${at}.logGroup is ${logGroup}, which is listed before: one entry per group.`] : []),
      ...(formats ?? [])
        .filter((format) => !ids.includes(format))
        .map((format) => `${at}.formats has ${shown(format)}, which is not known: choose from ${list(ids)}.`),
    ];
  });
}

const serviceErrors = ({ sources }: Written): readonly string[] =>
  sources.flatMap(({ services = [] }, index) =>
    services.flatMap((rule, place) => {
      const at = `sources[${index}].services[${place}]`;
      const { scope: _scope, ...kinds } = rule;
      if (Object.values(kinds).every((values) => values === undefined))
        return [
          `${at} names nothing that a line could fit: give it upstreams, hosts or paths, or write its scope as the scope of the source.`,
        ];
      const before = unreachable(services, place);
      return before === undefined
        ? []
        : [
            `${at} can never be reached: services[${before}] takes everything that it names; put it before that one or remove it.`,
          ];
    }),
  );

const addressErrors = ({ notify: { email } }: Written): readonly string[] =>
  (email?.to ?? []).flatMap((address, index, all) =>
    all.indexOf(address) < index
      ? [`notify.email.to[${index}] is ${address}, which is listed before: one entry per address.`]
      : [],
  );

const acceptedErrors = ({ accepted }: Written): readonly string[] =>
  accepted.flatMap(({ fingerprint }, index) =>
    accepted.findIndex((each) => each.fingerprint === fingerprint) < index
      ? [
          `accepted[${index}].fingerprint is ${fingerprint}, which is listed before: one entry per fingerprint.`,
        ]
      : [],
  );

/** Shorter, and the requests of one restart are an incident each. */
const leastGap = 10 * second;

function timingErrors({ timings: { gap, lateness, horizon, ttl } }: Written): readonly string[] {
  const leastHorizon = gap + lateness + hour;
  const leastTtl = horizon + defaultTiming.maxSpan + 12 * hour;
  return [
    ...(gap < leastGap
      ? [
          `timings.gap is ${gap / second}s: closes of one trouble would be an incident each, so write at least ${leastGap / second}s; 10m is usual.`,
        ]
      : []),
    ...(horizon < leastHorizon
      ? [
          `timings.horizon is ${written(horizon)}: lines would be too old to be judged before their incident can end, so write at least ${written(leastHorizon)} (gap, lateness and an hour).`,
        ]
      : []),
    ...(ttl < leastTtl
      ? [
          `timings.ttl is ${written(ttl)}: pages must outlive what may still be judged, so write at least ${written(leastTtl)}.`,
        ]
      : []),
  ];
}

/** A time as it is written in a configuration, rounded up: `62m`, `36h`. */
const written = (time: Millis): string =>
  time % hour === 0
    ? `${time / hour}h`
    : time >= minute
      ? `${Math.ceil(time / minute)}m`
      : `${Math.ceil(time / second)}s`;
