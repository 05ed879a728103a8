import type {
  Acceptance,
  Accepted,
  Change,
  Check,
  Checked,
  Conversation,
  Past,
  Span,
} from '#lib/model/conversation.ts';
import { hash64 } from '#lib/model/hash.ts';
import { type EventTime, eventTime } from '#lib/model/time.ts';
import type { Finding, IncidentVerdict } from '#lib/model/verdict.ts';
import { acceptancesIn, toldOf, withheldOf } from './accept.ts';
import { countsOf, summed } from './counts.ts';
import { allAccepted, noneFound } from './tell.ts';
import { type Stretch, touches } from './windows.ts';

/** A chain of symptoms that was judged whole, with what was found in it: none, one, or several where it was cut. */
export interface Window extends Stretch {
  readonly incidents: readonly IncidentVerdict[];
}

/** What is known besides of the closes of a scope. */
export interface Known {
  readonly accepted: readonly Accepted[];
  /** Of the fingerprints that are accepted or lead a window. */
  readonly past: readonly Past[];
  /** Changes of what runs, oldest first. */
  readonly changes: readonly Change[];
  /** The checks that are due, counted. */
  readonly checks: readonly Check[];
  /** Those that were counted before. */
  readonly checked: readonly Checked[];
}

export const nothingKnown: Known = { accepted: [], past: [], changes: [], checks: [], checked: [] };

const timeOf = (at: IncidentVerdict['start']): EventTime => eventTime(new Date(at ?? 0).getTime());
export const spanOf = (incident: IncidentVerdict): Span => ({
  from: timeOf(incident.start),
  to: timeOf(incident.end),
  closes: incident.closes,
  counts: countsOf(incident),
});

/** What of a window's latest incident is accepted, given all that is held for the same days. */
export function acceptedIn(
  newest: IncidentVerdict,
  window: Window,
  held: Iterable<Conversation>,
  { accepted, past }: Known,
): readonly Acceptance[] {
  if (accepted.length === 0) return [];
  const others = [...held]
    .filter(({ phase }) => phase.is !== 'merged')
    .flatMap(({ spans, settled }) => [
      ...settled,
      ...spans.flatMap((span) => (touches(span, window) ? [] : span.counts)),
    ]);
  const all = summed([...others, ...window.incidents.flatMap(countsOf)]);
  return acceptancesIn(
    newest,
    accepted,
    past,
    (fingerprint, day) =>
      all.find((each) => each.fingerprint === fingerprint && each.day === day)?.closes ?? 0,
  );
}

/** All that an incident's closes are called, the strongest finding first. */
export const fingerprintsIn = ({ findings, unexplained }: IncidentVerdict): readonly string[] =>
  [...findings, ...(unexplained ? [unexplained] : [])].flatMap(({ fingerprints = [] }) =>
    fingerprints.map(({ fingerprint }) => fingerprint),
  );

/** What a conversation keeps of its latest incident, to know when that says something else. */
export function readingOf(incident: IncidentVerdict, accepted: readonly Acceptance[]) {
  const { closes, unexplained } = incident;
  const withheld = withheldOf(accepted);
  const isTold = (each: Pick<Finding, 'closes' | 'fingerprints'>) => toldOf(each, withheld) > 0;
  const findings = incident.findings.filter(isTold);
  const isAccepted =
    findings.length === 0 &&
    incident.findings.length + (unexplained ? 1 : 0) > 0 &&
    !(unexplained && isTold(unexplained));
  const groups = fingerprintsIn(incident);
  const leading = groups.find((each) => !withheld.has(each)) ?? groups[0];
  const found = findings.map(({ cause, confidence }) => `${cause} ${confidence}`).sort();
  return {
    verdict: hash64(JSON.stringify(incident)),
    judgement: closes === 0 ? noneFound : isAccepted ? allAccepted : found.join(', ') || 'unexplained',
    accepted,
    ...(leading === undefined ? {} : { leading }),
    confirmedExit: findings.some(
      ({ family, confidence }) => family === 'exited' && confidence === 'confirmed',
    ),
    evident: findings.some(({ confidence }) => confidence !== 'possible'),
    triggers: incident.findings.flatMap(({ trigger }) =>
      trigger?.at ? [new Date(trigger.at).getTime()] : [],
    ),
  };
}
