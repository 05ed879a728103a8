import type { Finding, IncidentVerdict } from '#lib/model/verdict.ts';
import { count } from '#lib/model/words.ts';

/** What `accepted` in a configuration takes, and which closes that would be. */
export interface Named {
  readonly fingerprint: string;
  /** `keepalive-race on /pay`. */
  readonly what: string;
  readonly closes: number;
}

const mostShown = 5;
export const forAccepted = 'for "accepted"';

/** One for each cause and route, most closes first. */
export function named({ findings, unexplained }: IncidentVerdict): readonly Named[] {
  return [...findings, ...(unexplained ? [{ ...unexplained, cause: 'unexplained' }] : [])]
    .flatMap((each) =>
      partsOf(each).map(({ fingerprint, route, closes }) => ({
        fingerprint,
        what: route === null ? each.cause : `${each.cause} on ${route}`,
        closes,
      })),
    )
    .sort((a, b) => b.closes - a.closes);
}

/** An older release named one for a whole finding. */
const partsOf = ({
  fingerprint,
  fingerprints,
  closes,
}: Pick<Finding, 'fingerprint' | 'fingerprints' | 'closes'>) =>
  fingerprints ?? (fingerprint === undefined ? [] : [{ fingerprint, route: null, closes }]);

/** `Fingerprint, for "accepted": 64d8bd5a2a9b29f4 (keepalive-race on /pay).`; undefined where there are none or several. */
export function onlyFingerprint(incident: IncidentVerdict): string | undefined {
  const [only, ...others] = named(incident);
  return only === undefined || others.length > 0
    ? undefined
    : `Fingerprint, ${forAccepted}: ${only.fingerprint} (${only.what}).`;
}

export const severalFingerprints = `Fingerprints, ${forAccepted}`;

/** Where there are several: those of the most closes, and how many are left. */
export function fewFingerprints(incident: IncidentVerdict): {
  readonly shown: readonly (readonly [fingerprint: string, what: string])[];
  readonly more: string | undefined;
} {
  const all = named(incident);
  if (all.length < 2) return { shown: [], more: undefined };
  const left = all.slice(mostShown);
  const closes = left.reduce((sum, each) => sum + each.closes, 0);
  return {
    shown: all.slice(0, mostShown).map((each) => [each.fingerprint, toldOf(each)]),
    more:
      left.length === 0
        ? undefined
        : `and ${left.length} more (${count(closes, 'close')}): --json and --html name them all`,
  };
}

/** `keepalive-race on /pay, 6 closes`. */
export const toldOf = ({ what, closes }: Named): string => `${what}, ${count(closes, 'close')}`;
