import { isoStamp, type Millis } from '#lib/model/time.ts';
import type {
  ContextLine,
  EvidenceLine,
  Finding,
  IncidentVerdict,
  Instant,
  SourceRead,
} from '#lib/model/verdict.ts';
import { count, duration } from '#lib/model/words.ts';
import { moment } from '#lib/notifiers/terminal/moments.ts';
import { type Tone, toneOf } from './tone.ts';

export interface Stretch {
  readonly from: Millis;
  readonly to: Millis;
}

/** How many closes came in a stretch of time. */
export interface Bar extends Stretch {
  readonly closes: number;
  readonly tone: Tone;
  readonly says: string;
}

/** A line, or what came just before. */
export interface Mark {
  readonly kind: 'close' | 'clue' | 'nearest' | 'trigger';
  readonly time: Millis;
  readonly tone: Tone;
  readonly says: string;
}

export interface Lane {
  readonly name: string;
  readonly note: string;
  /** The time from which lines were read. */
  readonly covered?: Stretch;
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
}

/** A lane for the closes of each cause, one for what came just before, one for each log. */
export function lanesOf(incident: IncidentVerdict, sources: readonly SourceRead[]): readonly Lane[] {
  const { findings, unexplained } = incident;
  const causes = [
    ...findings.map(({ cause, closes, family }) => ({ cause, closes, tone: toneOf(family) })),
    ...(unexplained ? [{ cause: null, closes: unexplained.closes, tone: 'unknown' as const }] : []),
  ];
  return [
    ...findings.flatMap(triggerLane),
    ...causes.map((each) => closesLane(each, incident)),
    ...sourceLanes(incident, sources),
  ];
}

function triggerLane({ trigger, family }: Finding): readonly Lane[] {
  const time = millis(trigger?.at ?? null);
  if (!trigger || time === undefined) return [];
  const says = `${moment(trigger.at)}: ${trigger.says}`;
  return [
    { name: 'trigger', note: says, bars: [], marks: [{ kind: 'trigger', time, tone: toneOf(family), says }] },
  ];
}

function closesLane(
  { cause, closes, tone }: { readonly cause: string | null; readonly closes: number; readonly tone: Tone },
  { moments = { lengthMs: 0, spans: [] } }: IncidentVerdict,
): Lane {
  const { lengthMs, spans } = moments;
  const bars = spans.flatMap((each): readonly Bar[] => {
    const from = millis(each.at);
    if (each.cause !== cause || from === undefined) return [];
    const says = `${moment(each.at)}: ${count(each.closes, 'close')} in ${duration(lengthMs)}`;
    return [{ from, to: from + lengthMs, closes: each.closes, tone, says }];
  });
  const most = Math.max(0, ...bars.map((bar) => bar.closes));
  const peak = most > 0 ? `, ${bars.length > 1 ? `peak ${most}` : most} in ${duration(lengthMs)}` : '';
  return { name: cause ?? 'unexplained', note: `${count(closes, 'close')}${peak}`, bars, marks: [] };
}

/** The logs that speak, and as many of the silent ones as leave the picture readable. */
const mostLanes = 8;

function sourceLanes(incident: IncidentVerdict, sources: readonly SourceRead[]): readonly Lane[] {
  const cited = citedIn(incident);
  const silent = sources.filter(({ origin }) => !cited.some(({ line }) => line.origin === origin));
  const room = Math.max(0, mostLanes - (sources.length - silent.length));
  const hidden = new Set(silent.slice(room));
  const known = sources
    .filter((source) => !hidden.has(source))
    .toSorted((a, b) => Number(b.role === 'proxy') - Number(a.role === 'proxy'));
  const others = [...new Set(cited.map(({ line }) => line.origin))].filter(
    (origin) => !sources.some((source) => source.origin === origin),
  );
  return [
    ...known.map((source) => sourceLane(source, cited)),
    ...others.map((origin) => sourceLane({ origin, role: '', first: null, last: null }, cited)),
  ];
}

interface Cited {
  readonly line: ContextLine & Partial<Pick<EvidenceLine, 'says'>>;
  readonly tone: Tone;
}

function citedIn({ findings, unexplained }: IncidentVerdict): readonly Cited[] {
  const told = findings.flatMap(({ evidence, family }) =>
    evidence.map((line) => ({ line, tone: toneOf(family) })),
  );
  const rest = [...(unexplained?.nearest ?? []), ...(unexplained?.evidence ?? [])];
  return [...rest.map((line) => ({ line, tone: 'unknown' as const })), ...told];
}

function sourceLane(
  { origin, role, first, last }: Pick<SourceRead, 'origin' | 'role' | 'first' | 'last'>,
  cited: readonly Cited[],
): Lane {
  const own = cited.filter(({ line }) => line.origin === origin);
  const marks = own.flatMap(({ line, tone }): readonly Mark[] => {
    const time = millis(line.at);
    const kind = line.says === undefined ? 'nearest' : role === 'proxy' ? 'close' : 'clue';
    return time === undefined
      ? []
      : [{ kind, time, tone, says: `${moment(line.at)}: ${line.says ?? line.text}` }];
  });
  const telling = own.filter(({ line }) => line.says !== undefined);
  const timeless = own.length - marks.length;
  const notes = [
    role,
    telling.length > 0 ? `${count(telling.length, 'line')} shown` : 'nothing that tells',
    timeless > 0 ? `${timeless} without a time` : '',
  ];
  const lane: Lane = { name: origin, note: notes.filter((note) => note !== '').join(', '), bars: [], marks };
  const [from, to] = [millis(first), millis(last)];
  return from === undefined || to === undefined ? lane : { ...lane, covered: { from, to } };
}

/** Milliseconds of a verdict's time; a time of day without a date counts from 1970-01-01. */
export const millis = (at: Instant): Millis | undefined =>
  at === null ? undefined : isoStamp(at.includes('T') ? at : `1970-01-01T${at}Z`)?.wall;
