import type { Catalogue } from '#lib/model/catalogue.ts';
import { hash64 } from '#lib/model/hash.ts';
import type { Close, Evidence, Incident, LookalikeSeen } from '#lib/model/incident.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Source } from '#lib/model/record.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { Signature } from '#lib/model/signature.ts';
import { type EventTime, hour, type Millis, minute } from '#lib/model/time.ts';
import { attemptsOf } from './attempts.ts';
import { judged } from './close.ts';
import { isReadBy, scopeOf } from './scope.ts';

export interface Timing {
  /** Silence that ends a session. */
  readonly gap: Millis;
  /** A session is cut here, so that a close every five minutes for weeks is not one incident. */
  readonly maxSpan: Millis;
}

export const defaultTiming: Timing = { gap: 10 * minute, maxSpan: 24 * hour };

export interface Joined {
  readonly incidents: readonly Incident[];
  /** Attempts that look like a premature close and are none, inside sessions and outside. */
  readonly lookalikes: readonly LookalikeSeen[];
}

/** How far beyond its session an incident's clues may stand: the longest clue interval plus what the clocks may be off. */
export function reachOf(catalogue: Catalogue, sources: readonly Source[]): Millis {
  const longest = catalogue.signatures.reduce(
    (most, signature) =>
      signature.role === 'clue' ? Math.max(most, -signature.within.from, signature.within.to) : most,
    0,
  );
  const skew = sources.reduce((most, source) => Math.max(most, source.skew), 0);
  return longest + 2 * skew + 2 * minute;
}

/** The incidents of one scope. Sessions are made of raw symptom lines, before anything is attributed, so they only extend and merge. */
export function join(
  evidence: Evidence,
  scope: string,
  sources: readonly Source[],
  catalogue: Catalogue,
  timing: Timing = defaultTiming,
): Joined {
  const signatures = new Map(catalogue.signatures.map((signature) => [signature.id, signature]));
  const sourceOf = new Map(sources.map((source) => [source.name, source]));
  const roleOf = (fact: Fact): Signature['role'] | undefined => signatures.get(fact.signature)?.role;
  const isIn = (fact: Fact, test: (fact: Fact, source: Source) => boolean): boolean => {
    const source = sourceOf.get(fact.source);
    return source !== undefined && test(fact, source);
  };
  const own = evidence.facts.filter((fact) => isIn(fact, (each, source) => scopeOf(each, source) === scope));
  const readable = evidence.facts.filter((fact) =>
    isIn(fact, (each, source) => isReadBy(scope, each, source)),
  );
  const symptoms = own.filter((fact) => roleOf(fact) === 'symptom');
  const attempts = attemptsOf(
    own.filter((fact) => roleOf(fact) === 'symptom' || roleOf(fact) === 'aside'),
    catalogue,
  ).map((lines) => ({ lines, judgement: judged(lines, (id) => signatures.get(id)) }));
  const clues = readable.filter((fact) => roleOf(fact) === 'clue');
  const reach = reachOf(catalogue, sources);

  const sessions = sessionsOf(symptoms, timing);
  const sessionOf = new Map(
    sessions.flatMap((session, index) => session.map((fact) => [fact.id, index] as const)),
  );
  const closes = sessions.map((): Close[] => []);
  const asides = sessions.map((): LookalikeSeen[] => []);
  const lookalikes: LookalikeSeen[] = [];
  for (const { lines, judgement } of attempts) {
    const session = lines.map((line) => sessionOf.get(line.id)).find((index) => index !== undefined);
    if ('lines' in judgement) {
      if (session !== undefined) closes[session]?.push(judgement);
    } else {
      lookalikes.push(judgement);
      // In a view of one session nobody knows that another claims it too, so each that it is near to has it.
      sessions.forEach((facts, index) => {
        if (index === session || around(judgement.fact, facts, reach)) asides[index]?.push(judgement);
      });
    }
  }
  const incidents = sessions.flatMap((session, index): Incident[] => {
    const found = closes[index] ?? [];
    if (found.length === 0) return [];
    const from = session[0].at;
    return [
      {
        id: hash64(`${scope}\n${from}`),
        scope,
        from,
        to: session[session.length - 1]?.at ?? from,
        closes: found.sort((a, b) => (a.at ?? -1) - (b.at ?? -1)),
        clues: clues.filter((fact) => around(fact, session, reach)),
        asides: asides[index] ?? [],
      },
    ];
  });
  return { incidents, lookalikes };
}

function around(fact: Fact, session: NonEmpty<Fact>, reach: Millis): boolean {
  const from = session[0].at;
  const to = session[session.length - 1]?.at ?? null;
  if (fact.at === null || from === null || to === null) return true;
  return fact.at >= from - reach && fact.at <= to + reach;
}

/** Session windows over symptoms in canonical order; those without a time are one session of their own. */
function sessionsOf(symptoms: readonly Fact[], timing: Timing): readonly NonEmpty<Fact>[] {
  const sessions: [Fact, ...Fact[]][] = [];
  let last: EventTime | null = null;
  for (const fact of symptoms) {
    const current = sessions[sessions.length - 1];
    const first = current?.[0].at ?? null;
    const continues =
      current !== undefined &&
      (fact.at === null
        ? first === null
        : first !== null &&
          last !== null &&
          fact.at - last <= timing.gap &&
          fact.at - first < timing.maxSpan);
    if (continues) current.push(fact);
    else sessions.push([fact]);
    last = fact.at;
  }
  return sessions;
}
