import type { Alert } from '#lib/model/alert.ts';
import { isNonEmpty, type NonEmpty } from '#lib/model/nonempty.ts';
import { defaultScope } from '#lib/model/record.ts';
import type { Finding, IncidentVerdict, RunbookStep, Tally, Unexplained } from '#lib/model/verdict.ts';
import { count, inWords } from '#lib/model/words.ts';
import { moment, span } from './terminal/moments.ts';

// What every medium says in the same words. Names and lines stand as in the verdict: each medium escapes its own.

/** The verdict with what the stack knows besides: sources that lost lines, the backend's lines around the closes. */
export function incidentOf({ incident, blind = [], context = [] }: Alert): IncidentVerdict {
  const { unexplained, blindSpots } = incident;
  const lost = blind.map((source) => ({ source, wouldSettle: 'some of its lines were lost on their way' }));
  const bare = unexplained !== null && unexplained.nearest.length === 0;
  return {
    ...incident,
    blindSpots: [...lost, ...blindSpots],
    unexplained: bare ? { ...unexplained, nearest: context } : unexplained,
  };
}

/** Where a conversation stands, which message this is, and what is new. */
export function standing({ status, news, partOf, revision, conversation }: Alert): string {
  const joined = partOf === undefined ? '' : `, now part of ${partOf}`;
  const state = `${statuses[status]}, message ${revision} of ${conversation}${joined}`;
  return news === undefined ? `${state}.` : `${state}: ${news}`;
}

export const statuses: Readonly<Record<Alert['status'], string>> = {
  provisional: 'first look, may still change',
  firing: 'going on',
  resolved: 'over',
};

/** `confirmed, 37 of 41 closes`. */
export const judged = ({ confidence, closes }: Finding, all: number): string =>
  `${confidence}, ${share(closes, all)}`;

/** `2 of 41 closes, perhaps restart or keepalive-race`. */
export function guessed({ closes, candidates }: Unexplained, all: number): string {
  const guesses = candidates.map(({ cause }) => cause).join(' or ');
  return `${share(closes, all)}${guesses === '' ? '' : `, perhaps ${guesses}`}`;
}

/** A headline for each cause, strongest first, and for the closes without one: `oom-kill: confirmed, 37 of 41 closes`. */
export function headlines({ findings, unexplained, closes }: IncidentVerdict): NonEmpty<string> {
  const heads = [
    ...findings.map((finding) => `${finding.cause}: ${judged(finding, closes)}`),
    ...(unexplained ? [`unexplained: ${guessed(unexplained, closes)}`] : []),
  ];
  return isNonEmpty(heads) ? heads : ['No premature close is left'];
}

export const noneLeft = 'no premature close is left';

function share(closes: number, all: number): string {
  if (closes < all) return `${closes} of ${all} closes`;
  return all === 1 ? '1 close' : all === 2 ? 'both closes' : `all ${all} closes`;
}

/** When and whom. */
export function occasion({ start, end, closes, requests, service }: IncidentVerdict): string {
  const where = service === defaultScope ? '' : `, service ${service}`;
  const hit = requests === closes ? '' : `, ${count(requests, 'request')} hit`;
  return `${span(start, end)}${where}${hit}.`;
}

/** When, whom and how. */
export function setting(incident: IncidentVerdict): string {
  const ways = waysOf(incident);
  return ways === '' ? occasion(incident) : `${occasion(incident).slice(0, -1)}: ${ways}.`;
}

/** `each closed before the answer began`. */
export const waysOf = ({ how, closes }: IncidentVerdict): string =>
  how
    .map(({ phase, by, closes: some }) => {
      const many = how.length > 1 ? `${some} ` : closes > 1 ? 'each ' : '';
      return `${many}${ends[by] ?? by} ${moments[phase] ?? phase}`;
    })
    .join(', ');

const ends: Readonly<Record<string, string>> = { fin: 'closed', reset: 'reset', other: 'ended' };
const moments: Readonly<Record<string, string>> = {
  connect: 'while connecting',
  request: 'while the request was being sent',
  header: 'before the answer began',
  body: 'in the middle of the answer',
  tunnel: 'in an upgraded connection',
  unknown: 'at a point that the log does not tell',
};

export const started = ({ says, at }: NonNullable<Finding['trigger']>): string =>
  `trigger: ${says}${at === null ? '' : ` (${moment(at)})`}`;

export function nothingClear({ lookedFor }: Unexplained): string {
  const many = lookedFor.length;
  const causes =
    many > 2
      ? `any of the ${inWords(many)} causes`
      : many === 2
        ? 'either of the two causes'
        : 'the one cause';
  return `Nothing in view speaks clearly enough${many > 0 ? ` for ${causes} looked for` : ''}.`;
}

export const nearestLines = 'the backend’s lines nearest to the closes';
export const stillOpen = 'not in view, and could still change this';
export const wouldSettleIt = 'not in view, and would settle it';

/** What is out of the question, what could still change the verdict, and what would settle it. */
export function unseen({ ruledOut, blindSpots, unexplained }: IncidentVerdict) {
  const reasons = new Map<string, string[]>();
  for (const { cause, because } of ruledOut) reasons.set(because, [...(reasons.get(because) ?? []), cause]);
  const missing = unexplained?.missing ?? [];
  return {
    excluded: [...reasons].map(([because, causes]) => `${causes.join(', ')}: ${because}`),
    blind: blindSpots
      .map(({ source, wouldSettle }) => `${source}: ${wouldSettle}`)
      .filter((spot) => !missing.includes(spot)),
    missing,
  };
}

const mostNames = 5;

/** Names with counts; undefined where the verdict's sentence already gives the only name. */
export function tallied(
  what: string,
  { named, more }: Tally,
  why: string,
  cut: (name: string) => string,
): string | undefined {
  const [first] = named;
  if (!first || (named.length === 1 && more.closes === 0 && why.includes(first.name))) return undefined;
  const left = named.slice(mostNames);
  const names = more.names + left.length;
  const closes = more.closes + left.reduce((sum, each) => sum + each.closes, 0);
  if (named.length === 1 && closes === 0) return `${what} ${cut(first.name)}`;
  const shown = named.slice(0, mostNames).map((each) => `${cut(each.name)} (${each.closes})`);
  const tail = closes === 0 ? [] : [names > 0 ? `${names} more (${closes})` : `not known (${closes})`];
  return `${what}s ${[...shown, ...tail].join(', ')}`;
}

export const leading = ({ findings }: IncidentVerdict): string => findings[0]?.cause ?? 'unexplained';

/** Where a fix belongs, and against what, unless the headline names that. */
export const against = (where: string, cause: string, headline: string): string =>
  cause === headline ? where : `${where}, against ${cause}`;

/** An answer says what was asked; an instruction says it itself. */
export function stepText({ state, title, text }: RunbookStep, { findings }: IncidentVerdict): string {
  const told = text === findings[0]?.why ? 'see the verdict.' : text;
  return state === 'answered' ? `${title}: ${told}` : told;
}

/** As a sentence or a title begins. */
export const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
