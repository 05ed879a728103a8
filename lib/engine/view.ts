import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Close, Evidence, Incident } from '#lib/model/incident.ts';
import type { Source } from '#lib/model/record.ts';
import type { Point } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { limitsOf, type Settings } from './limits.ts';

/** What the causes of an incident may look at. Built from signals, sources and settings alone. */
export function viewOf(
  incident: Incident,
  evidence: Evidence,
  sources: readonly Source[],
  settings: Settings,
  catalogue: Catalogue,
): View {
  const near = sources.filter((source) => source.shared || source.scope === incident.scope);
  const programs = programsIn(incident, near, catalogue);
  const routes = new Map<string, string>();
  for (const close of incident.closes)
    for (const line of close.lines) {
      const name = evidence.excerpts.get(line.content)?.route;
      if (name !== undefined && line.keys.route !== undefined) routes.set(line.keys.route, name);
    }
  return {
    incident,
    sources: near,
    upstreams: [...new Set(incident.closes.flatMap(({ upstream }) => (upstream ? [upstream] : [])))].sort(),
    limits: limitsOf(catalogue, programs, settings),
    programs: [...programs.keys()],
    routeName: (route) => (route === undefined ? undefined : routes.get(route)),
    hostOf: (close) =>
      close.lines.map((line) => evidence.excerpts.get(line.content)?.host).find((host) => host !== undefined),
    named: namer(incident, near, catalogue),
  };
}

interface Span {
  readonly from: Millis;
  to: Millis;
}

/** However far a clue reaches, figures give way to it only this close by. */
const beside = { from: -10 * second, to: 5 * second };

/** Per cause and source, the times around the lines that name it: closes are many, so the lines are laid out once. */
function namer(
  incident: Incident,
  sources: readonly Source[],
  catalogue: Catalogue,
): (close: Close) => ReadonlySet<string> {
  const signatures = new Map(catalogue.signatures.map((signature) => [signature.id, signature]));
  const sourceOf = new Map(sources.map((source) => [source.name, source]));
  const naming = (points: readonly Point[]) =>
    points
      .filter(({ strength }) => strength === 'decisive' || strength === 'strong')
      .map(({ cause }) => cause);
  const spans = new Map<string, Map<string, Span[]>>();
  for (const fact of incident.clues) {
    const signature = signatures.get(fact.signature);
    if (signature?.role !== 'clue') continue;
    const tolerance = fact.resolution + (sourceOf.get(fact.source)?.skew ?? 0);
    const span: Span =
      fact.at === null
        ? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
        : {
            from: fact.at - Math.min(signature.within.to, beside.to) - tolerance,
            to: fact.at - Math.max(signature.within.from, beside.from) + tolerance,
          };
    for (const cause of naming(signature.points)) {
      const bySource = spans.get(cause) ?? new Map<string, Span[]>();
      spans.set(cause, bySource);
      const held = bySource.get(fact.source);
      if (held) held.push(span);
      else bySource.set(fact.source, [span]);
    }
  }
  const laid = [...spans].map(([cause, bySource]) => ({
    cause,
    places: [...bySource].map(([source, list]) => ({
      known: sourceOf.get(source)?.addresses,
      spans: joined(list),
    })),
  }));
  let last: { readonly close: Close; readonly causes: ReadonlySet<string> } | undefined;
  return (close) => {
    if (last?.close === close) return last.causes;
    const slack = close.resolution + (sourceOf.get(close.lines[0].source)?.skew ?? 0);
    const near = laid.filter(({ places }) =>
      places.some(
        ({ known, spans: list }) =>
          (close.upstream === undefined || known === undefined || known.includes(close.upstream)) &&
          (close.at === null || within(list, close.at, slack)),
      ),
    );
    const own = close.lines.flatMap(({ signature }) => {
      const symptom = signatures.get(signature);
      return symptom?.role === 'symptom' ? naming(symptom.points) : [];
    });
    last = { close, causes: new Set([...near.map(({ cause }) => cause), ...own]) };
    return last.causes;
  };
}

function joined(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = apart[apart.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}

/** Whether a time is in one of the spans, which are sorted and apart, or within `slack` of one. */
function within(spans: readonly Span[], at: Millis, slack: Millis): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) + slack < at) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && at >= span.from - slack;
}

/** Programs in view with the version that they themselves printed last, where they did. */
function programsIn(
  incident: Incident,
  sources: readonly Source[],
  catalogue: Catalogue,
): ReadonlyMap<string, string | undefined> {
  const programs = new Map<string, string | undefined>();
  for (const source of sources)
    for (const id of source.formats) {
      const program = catalogue.formats.find((format) => format.id === id)?.program;
      if (program !== undefined) programs.set(program, undefined);
    }
  for (const fact of incident.clues) {
    const program = fact.signature.split('/')[0];
    if (program !== undefined) programs.set(program, fact.says.version ?? programs.get(program));
  }
  return programs;
}
