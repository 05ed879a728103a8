import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Program } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import { oncePer } from '#lib/model/once.ts';
import type { Fact } from '#lib/model/signal.ts';
import { ownWordsOf } from './own-words.ts';
import { programsNamed } from './owner.ts';

/** What a line may be about, as far as its program's protocol and start banners tell. */
export interface Places {
  /** False where the program that it is about is not behind this close's upstream, or is the proxy itself. */
  readonly possible: (fact: Fact, close: Close) => boolean;
  /** Nothing is known of this log, but another is known to be this upstream's, or its program to be elsewhere. */
  readonly doubtful: (fact: Fact, close: Close) => boolean;
  /** False where the program is not behind this close's upstream, or another is known to be. */
  readonly serves: (program: string, close: Close) => boolean;
  /** The upstreams that the line's source listens on; undefined where no banner tells. */
  readonly upstreamsOf: (fact: Fact) => ReadonlySet<string> | undefined;
}

const http: NonEmpty<string> = ['http', 'https'];
/** Protocols that only some programs speak. A close may name others, which say nothing. */
const special: ReadonlySet<string> = new Set(['http', 'https', 'fastcgi', 'uwsgi', 'scgi']);

const laidOut = new WeakMap<View, Places>();

export function placesOf(view: View, catalogue: Catalogue): Places {
  const held = laidOut.get(view);
  if (held) return held;
  const places = layOut(view, catalogue);
  laidOut.set(view, places);
  return places;
}

function layOut(view: View, catalogue: Catalogue): Places {
  const backends = new Map(
    catalogue.programs.flatMap((each) => (each.role === 'backend' ? [[each.program, each] as const] : [])),
  );
  const { clues } = view.incident;
  const programOf = ({ signature }: Fact): string => signature.split('/')[0] ?? '';
  const banners = new Map<string, Set<string>>();
  const speakers = new Map<string, Set<string>>();
  for (const fact of clues) {
    const { source, says } = fact;
    const program = programOf(fact);
    if (backends.has(program)) speakers.set(source, (speakers.get(source) ?? new Set()).add(program));
    if (says.listens === undefined) continue;
    const key = `${source}\n${backends.has(program) ? program : ''}`;
    for (const upstream of matching(says.listens, view.upstreams))
      banners.set(key, (banners.get(key) ?? new Set()).add(upstream));
  }
  const strangers = new Set(
    catalogue.programs.flatMap(({ program, role }) => (role === 'backend' ? [] : [program])),
  );

  /** A file may hold the logs of several programs: a banner speaks for its own, and for all where it is alone. */
  function told(fact: Fact): ReadonlySet<string> | undefined {
    const program = programOf(fact);
    if (strangers.has(program)) return undefined;
    const own = banners.get(`${fact.source}\n${program}`);
    if (own) return own;
    const [only, ...more] = speakers.get(fact.source) ?? [];
    if (more.length > 0 || (only !== undefined && only !== program && backends.has(program)))
      return undefined;
    return banners.get(`${fact.source}\n`) ?? banners.get(`${fact.source}\n${only ?? ''}`);
  }

  /** Where the logs of a program listen, and whether each of them tells. */
  const byProgram = new Map<string, { readonly upstreams: Set<string>; whole: boolean }>();
  for (const fact of clues) {
    const program = programOf(fact);
    if (!backends.has(program)) continue;
    const known = byProgram.get(program) ?? { upstreams: new Set<string>(), whole: true };
    const upstreams = told(fact);
    for (const upstream of upstreams ?? []) known.upstreams.add(upstream);
    known.whole &&= upstreams !== undefined;
    byProgram.set(program, known);
  }

  const aboutPrograms = oncePer((fact: Fact): readonly Program[] => {
    const own = backends.get(programOf(fact));
    if (own) return [own];
    return fact.says.process === undefined
      ? []
      : programsNamed(fact.says.process, catalogue).filter(({ role }) => role === 'backend');
  });

  function placesOfProgram(fact: Fact) {
    const inView = aboutPrograms(fact).filter(({ program }) => byProgram.has(program));
    const [only] = inView;
    return only && inView.length === 1 ? byProgram.get(only.program) : undefined;
  }

  const upstreamsOf = oncePer((fact: Fact): ReadonlySet<string> | undefined => {
    const own = told(fact);
    if (own) return own;
    const places = placesOfProgram(fact);
    return places?.whole ? places.upstreams : undefined;
  });

  const taken = new Set([...banners.values()].flatMap((upstreams) => [...upstreams]));
  const backendSources = new Set(
    view.sources.flatMap(({ name, role }) => (role === 'backend' ? [name] : [])),
  );

  const isOwnWord = oncePer(ownWordsOf(view.incident, catalogue));

  const speaks = ({ schemes = http }: Program, scheme: string | undefined): boolean =>
    scheme === undefined || !special.has(scheme) || schemes.includes(scheme);

  return {
    serves(id, { scheme, upstream }) {
      const program = backends.get(id);
      if (!program) return true;
      if (!speaks(program, scheme)) return false;
      if (upstream === undefined) return true;
      const known = byProgram.get(id);
      return known?.whole || known?.upstreams.has(upstream)
        ? known.upstreams.has(upstream)
        : ![...byProgram.values()].some(({ upstreams }) => upstreams.has(upstream));
    },
    upstreamsOf,
    doubtful(fact, { upstream }) {
      if (upstream === undefined || view.upstreams.length < 2 || upstreamsOf(fact) !== undefined)
        return false;
      const elsewhere = placesOfProgram(fact)?.upstreams;
      if (elsewhere && elsewhere.size > 0 && !elsewhere.has(upstream)) return true;
      return taken.has(upstream) && backendSources.has(fact.source);
    },
    possible(fact, { scheme, upstream }) {
      const programs = aboutPrograms(fact);
      if (isOwnWord(fact)) return false;
      if (programs.length > 0 && !programs.some((program) => speaks(program, scheme))) return false;
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
