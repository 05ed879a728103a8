import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close, Evidence, Incident } from '#lib/model/incident.ts';
import type { Source } from '#lib/model/record.ts';
import type { Strength } from '#lib/model/signature.ts';
import { programOf } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { type LimitsOf, limitsOf, type Settings } from './limits.ts';
import { cluesNear } from './nearby.ts';
import { ownWordsOf } from './own-words.ts';
import { placesOf } from './places.ts';
import { mayConcern } from './scope.ts';

/** What the causes of an incident may look at. Built from signals, sources and settings alone. */
export function viewOf(
  incident: Incident,
  evidence: Evidence,
  sources: readonly Source[],
  settings: Settings,
  catalogue: Catalogue,
): View {
  const near = sources.filter((source) => mayConcern(incident.scope, source));
  const programs = programsIn(incident, near, settings, catalogue);
  const routes = new Map<string, string>();
  for (const close of incident.closes)
    for (const line of close.lines) {
      const name = evidence.excerpts.get(line.content)?.route;
      if (name !== undefined && line.keys.route !== undefined) routes.set(line.keys.route, name);
    }
  const view: View = {
    incident,
    sources: near,
    upstreams: [...new Set(incident.closes.flatMap(({ upstream }) => (upstream ? [upstream] : [])))].sort(),
    limits: limitsBehind(limitsOf(catalogue, programs, settings), (program, close) =>
      placesOf(view, catalogue).serves(program, close),
    ),
    hears: hearing(incident, near, catalogue),
    programs: [...programs.keys()],
    routeName: (route) => (route === undefined ? undefined : routes.get(route)),
    hostOf: (close) =>
      close.lines.map((line) => evidence.excerpts.get(line.content)?.host).find((host) => host !== undefined),
    named: (close) => named(close),
  };
  const named = namer(view, catalogue);
  return view;
}

/** Who speaks in the sources: by what they are, by the formats found in them, by the lines that stand there. */
function hearing(incident: Incident, sources: readonly Source[], catalogue: Catalogue): View['hears'] {
  const formats = new Set(sources.flatMap((source) => (source.open ? [] : source.formats)));
  const spoken = new Set(incident.clues.map(({ signature }) => programOf(signature)));
  const heard = new Set([
    ...sources.map(({ role }) => role),
    ...catalogue.formats.flatMap(({ id, kind, role }) =>
      kind === 'text' && role && formats.has(id) ? [role] : [],
    ),
    ...catalogue.programs.flatMap(({ program, role }) => (spoken.has(program) ? [role] : [])),
  ]);
  return (role) => heard.has(role);
}

/** Limits in view; for a close, those of the backends that may be behind its upstream. */
function limitsBehind(limits: LimitsOf, serves: (program: string, close: Close) => boolean): View['limits'] {
  const held = new Map<string, readonly KnownLimit[]>();
  return (kind, role, behind) => {
    if (behind === undefined) return limits(kind, role);
    const key = [kind, role, behind.scheme, behind.upstream].join(' ');
    const known = held.get(key);
    if (known) return known;
    const found = limits(kind, role).filter(
      (each) => each.role !== 'backend' || serves(each.program, behind),
    );
    held.set(key, found);
    return found;
  };
}

/** A line names a cause when this share of its weight is left: close by, on this route, of a process of ours. */
const enough: Partial<Record<Strength, number>> = { decisive: 0.4, strong: 0.6 };
/** Signals that nobody sends to be polite: the process is gone, whatever a line makes of it. */
const deadly: ReadonlySet<string> = new Set([
  'SIGKILL',
  'SIGSEGV',
  'SIGABRT',
  'SIGBUS',
  'SIGILL',
  'SIGFPE',
  'SIGSYS',
]);
const atOnce: Millis = 2 * second;
/** A clue may reach farther than this, but there figures are heard beside it. */
const beside: Millis = 10 * second;

/** Asked many times for one close before the next comes: the last answer is kept. */
function namer(view: View, catalogue: Catalogue): View['named'] {
  const near = cluesNear(view, catalogue);
  const symptoms = new Map(
    catalogue.signatures.flatMap((signature) =>
      signature.role === 'symptom' ? [[signature.id, signature.points] as const] : [],
    ),
  );
  let last: { readonly close: Close; readonly causes: ReadonlySet<string> } | undefined;
  return (close) => {
    if (last?.close === close) return last.causes;
    const told = near(close).flatMap(({ fact, heard, clue, share, timed }) => {
      if (heard.at !== null && close.at !== null && Math.abs(heard.at - close.at) > beside) return [];
      const died =
        deadly.has(fact.says.signal ?? '') &&
        fact.at !== null &&
        close.at !== null &&
        Math.abs(fact.at - close.at) <= atOnce + Math.max(fact.resolution, close.resolution);
      return clue.points.filter(({ strength }) => {
        const least = enough[died && strength === 'supporting' ? 'strong' : strength];
        return least !== undefined && share >= least && (timed || close.at === null);
      });
    });
    const own = close.lines.flatMap(({ signature }) => symptoms.get(signature) ?? []);
    const telling = own.filter(({ strength }) => enough[strength] !== undefined);
    last = { close, causes: new Set([...told, ...telling].map(({ cause }) => cause)) };
    return last.causes;
  };
}

/** Programs in view with the version that they themselves printed last, where they did. */
function programsIn(
  incident: Incident,
  sources: readonly Source[],
  settings: Settings,
  catalogue: Catalogue,
): ReadonlyMap<string, string | undefined> {
  const programs = new Map<string, string | undefined>();
  // Whoever tells a program's setting says that it is there.
  for (const setting of Object.keys(settings)) programs.set(setting.split('.')[0] ?? setting, undefined);
  const backends = new Set(
    catalogue.programs.flatMap(({ program, role }) => (role === 'backend' ? [program] : [])),
  );
  const speakers = new Map<string, Set<string>>();
  for (const { source, signature } of incident.clues)
    if (backends.has(programOf(signature)))
      speakers.set(source, (speakers.get(source) ?? new Set()).add(programOf(signature)));
  for (const { formats, name } of sources.filter(({ open }) => !open))
    for (const id of formats) {
      const program = catalogue.formats.find((format) => format.id === id)?.program;
      // Hypercorn writes in gunicorn's format: where another backend speaks and this one does not, it is not there.
      const spoke = speakers.get(name);
      if (program !== undefined && (!spoke || spoke.has(program) || !backends.has(program)))
        programs.set(program, undefined);
    }
  for (const { lines, scheme } of incident.closes) {
    for (const { signature } of lines) programs.set(programOf(signature), undefined);
    for (const { program, schemes } of catalogue.programs)
      if (
        scheme !== undefined &&
        schemes?.[0] === scheme &&
        !/^https?$/.test(scheme) &&
        !programs.has(program)
      )
        programs.set(program, undefined);
  }
  const isOwnWord = ownWordsOf(incident, catalogue);
  for (const fact of incident.clues) {
    const program = programOf(fact.signature);
    if (isOwnWord(fact)) continue;
    if (program !== undefined) programs.set(program, fact.says.version ?? programs.get(program));
  }
  return programs;
}
