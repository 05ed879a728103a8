import type { Cause, Lookalike } from '#lib/model/cause.ts';
import type { Program } from '#lib/model/defaults.ts';
import type { LogEvent } from '#lib/model/event.ts';
import type { Format } from '#lib/model/format.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Aside, Clue, Matched, Point, Symptom } from '#lib/model/signature.ts';

/**
 * What a signature looks for: a pattern against the message, anchored at its start, whose named groups are
 * particulars; or a predicate over the fields that its format reads, for records that are figures.
 */
type Looks =
  | {
      readonly pattern: RegExp;
      readonly adds?: Adds;
    }
  | { readonly reads: (event: LogEvent) => readonly Matched[] };

export type Adds = Particulars | ((groups: Groups, event: LogEvent) => Particulars);
type Groups = Readonly<Record<string, string | undefined>>;
type Definition<S extends { readonly match: unknown }> = Omit<S, 'role' | 'match' | 'pattern'> & Looks;

const figures: ReadonlySet<string> = new Set<keyof Particulars>([
  'status',
  'elapsed',
  'attempt',
  'received',
  'sent',
  'pid',
  'code',
  'limit',
  'bytes',
]);
/** Fields that formats read under the names of the particulars. */
const carried = [
  'scheme',
  'upstream',
  'method',
  'target',
  'client',
  'connection',
  'requestId',
  'host',
  'unit',
  'container',
] as const satisfies readonly (keyof Particulars)[];

/** The server that stands before its lines by its pid. */
export const byMaster: Adds = (_, { fields: { serverPid } }) =>
  serverPid ? { master: Number(serverPid) } : {};

/** What the line's fields say, for a signature that must look at more than its message. */
export const carriedFields = (event: LogEvent): Particulars =>
  Object.fromEntries(carried.flatMap((name) => (event.fields[name] ? [[name, event.fields[name]]] : [])));

function captures(groups: Groups): Particulars {
  const entries = Object.entries(groups).flatMap(([name, text]) => {
    if (text === undefined) return [];
    return [[name, figures.has(name) ? Number(text) : text]];
  });
  return Object.fromEntries(entries);
}

/** What a pattern finds in a message, with what is added to it. */
export function matched(pattern: RegExp, adds: Adds | undefined, event: LogEvent): readonly Matched[] {
  const found = pattern.exec(event.message);
  if (!found) return [];
  const groups = found.groups ?? {};
  const added = typeof adds === 'function' ? adds(groups, event) : adds;
  return [{ says: { ...carriedFields(event), ...captures(groups), ...added }, telling: found[0] }];
}

const matcher = (looks: Looks): ((event: LogEvent) => readonly Matched[]) =>
  'reads' in looks ? looks.reads : (event) => matched(looks.pattern, looks.adds, event);

/** The definition itself, completed: it is a literal that nobody else holds, and copying hundreds takes a while. */
const completed = <D extends Looks, R extends string>(definition: D, role: R) =>
  Object.assign(definition, { role, match: matcher(definition) });

/** A proxy line that says the backend closed, or a figure that may mean it. */
export const defineSymptom = (definition: Definition<Symptom>): Symptom => completed(definition, 'symptom');
/** A proxy line that says the client, the proxy or nobody closed. */
export const defineAside = (definition: Definition<Aside>): Aside => completed(definition, 'aside');
/** A backend or platform line that can explain a close. */
export const defineClue = (definition: Definition<Clue>): Clue => completed(definition, 'clue');

export const defineFormat = (format: Format): Format => format;
export const defineProgram = (program: Program): Program => program;
export const defineCause = (cause: Omit<Cause, 'kind'>): Cause => ({ ...cause, kind: 'cause' });
export const defineLookalike = (lookalike: Omit<Lookalike, 'kind' | 'family'>): Lookalike => ({
  ...lookalike,
  kind: 'lookalike',
  family: 'not ours',
});

/** The formats in which any program's own words may stand: its text signatures name these after its own format. */
export const anyText = ['node-json', 'app-json', 'logfmt', 'leading-time', 'plain'] as const;

/** For words that other programs use too. */
export const behindLogger = (logger: string) => ({ logger, formats: anyText }) as const;

/** What a start speaks for in the middle of a life: whatever ended the process before it. */
export const endedBefore: readonly Point[] = [
  { cause: 'restart', strength: 'supporting' },
  { cause: 'crash', strength: 'supporting' },
  { cause: 'oom-kill', strength: 'supporting' },
];
