import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Program } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import type { Fact } from '#lib/model/signal.ts';
import { programsNamed } from './owner.ts';

/** What a line may be about, as far as its program's protocol and start banners tell. */
export interface Places {
  /** False where the program that it is about is not behind this close's upstream. */
  readonly possible: (fact: Fact, close: Close) => boolean;
  /** Another log is known to be this upstream's, and of this one nothing is known: most likely it is another's. */
  readonly doubtful: (fact: Fact, close: Close) => boolean;
  /** The upstreams that the line's source listens on; undefined where no banner tells. */
  readonly upstreamsOf: (fact: Fact) => ReadonlySet<string> | undefined;
}

const http: readonly string[] = ['http', 'https'];
/** Protocols that only some programs speak. A close may name others, which say nothing. */
const special: ReadonlySet<string> = new Set(['http', 'https', 'fastcgi', 'uwsgi', 'scgi']);

export function placesOf(view: View, catalogue: Catalogue): Places {
  const backends = new Map(
    catalogue.programs.flatMap((each) => (each.role === 'backend' ? [[each.program, each] as const] : [])),
  );
  const { clues } = view.incident;
  const bySource = new Map<string, Set<string>>();
  for (const { source, says } of clues)
    if (says.listens !== undefined)
      for (const upstream of matching(says.listens, view.upstreams))
        bySource.set(source, (bySource.get(source) ?? new Set()).add(upstream));

  /** Where all the logs of a program listen; undefined as soon as one of them does not tell. */
  const byProgram = new Map<string, Set<string> | undefined>();
  for (const { source, signature } of clues) {
    const program = signature.split('/')[0] ?? '';
    if (!backends.has(program)) continue;
    const known = bySource.get(source);
    const held = byProgram.has(program) ? byProgram.get(program) : new Set<string>();
    byProgram.set(program, known && held ? new Set([...held, ...known]) : undefined);
  }

  function aboutPrograms({ signature, says }: Fact): readonly Program[] {
    const own = backends.get(signature.split('/')[0] ?? '');
    if (own) return [own];
    return says.process === undefined
      ? []
      : programsNamed(says.process, catalogue).filter(({ role }) => role === 'backend');
  }

  function upstreamsOf(fact: Fact): ReadonlySet<string> | undefined {
    const own = bySource.get(fact.source);
    if (own) return own;
    const inView = aboutPrograms(fact).filter(({ program }) => byProgram.has(program));
    const [only] = inView;
    return only && inView.length === 1 ? byProgram.get(only.program) : undefined;
  }

  const taken = new Set([...bySource.values()].flatMap((upstreams) => [...upstreams]));
  const backendSources = new Set(
    view.sources.flatMap(({ name, role }) => (role === 'backend' ? [name] : [])),
  );

  return {
    upstreamsOf,
    doubtful: (fact, { upstream }) =>
      upstream !== undefined &&
      view.upstreams.length > 1 &&
      taken.has(upstream) &&
      backendSources.has(fact.source) &&
      upstreamsOf(fact) === undefined,
    possible(fact, { scheme, upstream }) {
      const programs = aboutPrograms(fact);
      if (scheme !== undefined && special.has(scheme) && programs.length > 0)
        if (!programs.some(({ schemes = http }) => schemes.includes(scheme))) return false;
      return upstream === undefined || (upstreamsOf(fact)?.has(upstream) ?? true);
    },
  };
}

/** The upstreams that an address in a banner can be: the same, else those of its port where the banner names no host. */
function matching(listens: string, upstreams: readonly string[]): readonly string[] {
  const same = upstreams.filter((upstream) => upstream === listens || upstream === `unix:${listens}`);
  if (same.length > 0) return same;
  const port = /:(\d+)\/?$/.exec(listens)?.[1];
  return port === undefined ? [] : upstreams.filter((upstream) => upstream.endsWith(`:${port}`));
}
