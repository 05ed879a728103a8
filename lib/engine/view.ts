import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Evidence, Incident } from '#lib/model/incident.ts';
import type { Source } from '#lib/model/record.ts';
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
  };
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
