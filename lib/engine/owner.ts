import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Program } from '#lib/model/defaults.ts';
import type { Source } from '#lib/model/record.ts';
import type { Fact } from '#lib/model/signal.ts';
import { programOf } from '#lib/model/signature.ts';

/** Whom a line of the kernel or of a supervisor is about. */
export type Owner =
  | { readonly is: 'unnamed' }
  /** Known to be no backend: a database, a proxy, a browser. */
  | { readonly is: 'other' }
  /** `tied`: by its name alone it is one of the backends in view. */
  | { readonly is: 'named'; readonly share: number; readonly tied: boolean };

/** What is left of a line about a process of which nothing says whether it is a backend. */
const unknownProcess = 0.3;
/** The same where a backend is in view that is called whatever its owner called it when it was compiled. */
const anyName = 0.6;
/** A backend is known, and its processes have other names. */
const stranger = 0.05;
/** The name is that of a runtime, or of another unit, and its pid is none that the backend printed. */
const unlikely = 0.3;
/** In a container a process has a small pid of its own, which no line of the host shows. */
const ownNamespace = 1_000;

export function ownerOf(view: View, catalogue: Catalogue): (fact: Fact) => Owner {
  const byId = new Map(catalogue.programs.map((program) => [program.program, program]));
  const { clues } = view.incident;
  const speaks = ({ signature }: Fact) => byId.get(programOf(signature) ?? '')?.role === 'backend';
  const own = clues.filter(speaks);
  const units = new Set(own.flatMap(({ says }) => says.unit ?? []));
  const pids = new Set(own.flatMap(({ says }) => says.pid ?? []));
  const contained = [...pids].every((pid) => pid < ownNamespace);
  const unitOf = new Map(
    clues.flatMap(({ says }) =>
      says.pid !== undefined && says.unit !== undefined ? [[says.pid, says.unit] as const] : [],
    ),
  );
  const inView = (program: Program) => program.role === 'backend' && view.programs.includes(program.program);
  const backends = catalogue.programs.filter(inView);
  const known =
    backends.length > 0 &&
    backends.every(({ processes }) => processes.length > 0) &&
    !view.sources.some(isAnonymous);
  const unknown = backends.some(({ processes }) => processes.length === 0) ? anyName : unknownProcess;

  /** A backend that nothing gives a name: whatever its processes are called. */
  function isAnonymous({ name, role, formats, open }: Source): boolean {
    if (role !== 'backend' || open) return false;
    const spoke = own.filter(({ source }) => source === name).map(({ signature }) => programOf(signature));
    const wrote = catalogue.formats.filter(({ id }) => formats.includes(id)).map(({ program }) => program);
    return ![...spoke, ...wrote].some((program) => backends.some((backend) => backend.program === program));
  }

  const telling = new Set(own.flatMap(({ source, says }) => (says.pid === undefined ? [] : [source])));
  /** Backends print their pids, all that spoke, and this is none of them. */
  const isForeign = (pid: number | undefined): boolean =>
    pid !== undefined &&
    pids.size > 0 &&
    own.every(({ source }) => telling.has(source)) &&
    !pids.has(pid) &&
    !(contained && pid >= ownNamespace);

  return once((fact) => {
    if (speaks(fact)) return { is: 'unnamed' };
    const { pid, process } = fact.says;
    const unit = fact.says.unit ?? (pid === undefined ? undefined : unitOf.get(pid));
    if (unit !== undefined) {
      if (units.has(unit)) return { is: 'named', share: 1, tied: true };
      if (isOther(programsNamed(unit.replace(/(?:@[^.]*)?\.service$/, ''), catalogue)))
        return { is: 'other' };
      if (units.size > 0) return { is: 'named', share: unlikely, tied: false };
    }
    if (process === undefined) return { is: 'unnamed' };
    const named = programsNamed(process, catalogue);
    if (isOther(named)) return { is: 'other' };
    // It printed this very pid.
    if (pid !== undefined && pid >= ownNamespace && pids.has(pid))
      return { is: 'named', share: 1, tied: true };
    // A name that several programs share is that of their runtime, which runs other things as well.
    const runtime = named.length > 1;
    if (named.some(inView)) {
      const foreign = isForeign(pid);
      return { is: 'named', share: foreign && runtime ? unlikely : 1, tied: !foreign && !runtime };
    }
    if (known) return { is: 'named', share: stranger, tied: false };
    return { is: 'named', share: named.length > 0 && !runtime ? 1 : unknown, tied: false };
  });
}

/** Every close asks about the same lines: each is looked at once. */
export function once<T>(look: (fact: Fact) => T): (fact: Fact) => T {
  const held = new Map<Fact, T>();
  return (fact) => {
    if (!held.has(fact)) held.set(fact, look(fact));
    return held.get(fact) as T;
  };
}

const isOther = (named: readonly Program[]): boolean =>
  named.length > 0 && named.every(({ role }) => role !== 'backend');

export const programsNamed = (name: string, { programs }: Catalogue): readonly Program[] =>
  programs.filter(({ processes }) =>
    processes.some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known)),
  );
