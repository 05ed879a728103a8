import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Program } from '#lib/model/defaults.ts';
import { oncePer } from '#lib/model/once.ts';
import { defaultScope, type Source } from '#lib/model/record.ts';
import type { Fact } from '#lib/model/signal.ts';
import { programOf } from '#lib/model/signature.ts';
import { hostIn } from './seat.ts';

/** Whom a line of the kernel or of a supervisor is about. */
export type Owner =
  | { readonly is: 'unnamed' }
  /** It stands in a backend's own log, where whoever makes the backend print a line can make it print this one. */
  | { readonly is: 'quoted'; readonly share: number }
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
/** A unit or a container is called what its owner called it, and nothing says that a backend runs in it. */
const unknownUnit = 0.6;
/** How people call what answers requests, among the words of a unit's name. */
const serving =
  /(?:^|[-_.])(?:api|app|apps|web|webapp|www|site|http|httpd|server|backend|gateway)(?:[-_.@\d]|$)/i;
/** What is decisive where the kernel says it is no more than strong where a backend's own log has it. */
const inOwnLog = 0.575;
/** In a container a process has a small pid of its own, which no line of the host shows. */
const ownNamespace = 1_000;

export function ownerOf(view: View, catalogue: Catalogue): (fact: Fact) => Owner {
  const byId = new Map(catalogue.programs.map((program) => [program.program, program]));
  const { clues } = view.incident;
  const speaks = ({ signature }: Fact) => byId.get(programOf(signature) ?? '')?.role === 'backend';
  const own = clues.filter(speaks);
  const units = new Set(own.flatMap(({ says }) => says.unit ?? []));
  const containers = new Set(own.flatMap(({ says }) => idOf(says.container)));
  const pids = new Set(own.flatMap(({ says }) => says.pid ?? []));
  const contained = [...pids].every((pid) => pid < ownNamespace);
  const unitOf = new Map(
    clues.flatMap(({ says }) =>
      says.pid !== undefined && says.unit !== undefined ? [[says.pid, says.unit] as const] : [],
    ),
  );
  /** What runs in a unit, where a line names both: the first that is so named. */
  const processIn = new Map<string, string>();
  for (const { says } of clues)
    if (says.unit !== undefined && says.process !== undefined && !processIn.has(says.unit))
      processIn.set(says.unit, says.process);
  const services = new Set([
    ...(view.incident.scope === defaultScope ? [] : [view.incident.scope]),
    ...view.upstreams.flatMap((upstream) => hostIn(upstream)?.split('.', 1) ?? []),
  ]);
  const quoting = new Set(view.sources.filter(isOnlyItsOwn).map(({ name }) => name));
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

  /** A backend's log that is no host's: the kernel and supervisors do not write into it. */
  function isOnlyItsOwn({ role, formats }: Source): boolean {
    return (
      role === 'backend' && !catalogue.formats.some(({ id, host }) => host === true && formats.includes(id))
    );
  }

  function ownerOfProcess(process: string, pid: number | undefined): Owner {
    const named = programsNamed(process, catalogue);
    if (isOther(named)) return { is: 'other' };
    // It printed this very pid.
    if (isPrinted(pid)) return { is: 'named', share: 1, tied: true };
    // A name that several programs share is that of their runtime, which runs other things as well.
    const runtime = named.length > 1;
    if (named.some(inView)) {
      const foreign = isForeign(pid);
      return { is: 'named', share: foreign && runtime ? unlikely : 1, tied: !foreign && !runtime };
    }
    if (known) return { is: 'named', share: stranger, tied: false };
    return { is: 'named', share: named.length > 0 && !runtime ? 1 : unknown, tied: false };
  }

  const isPrinted = (pid: number | undefined): boolean =>
    pid !== undefined && pid >= ownNamespace && pids.has(pid);

  /** What the name of a unit, a pod or a container tells; undefined where it tells nothing. */
  function ownerOfUnit(unit: string | undefined, container: string | undefined): Owner | undefined {
    if (idOf(container).some((id) => containers.has(id))) return { is: 'named', share: 1, tied: true };
    if (unit === undefined)
      return container !== undefined && containers.size > 0
        ? { is: 'named', share: unlikely, tied: false }
        : undefined;
    if (units.has(unit) || titlesOf(unit).some((title) => services.has(title)))
      return { is: 'named', share: 1, tied: true };
    const runs = programsNamed(bare(unit), catalogue);
    if (isOther(runs)) return { is: 'other' };
    if (units.size > 0) return { is: 'named', share: unlikely, tied: false };
    return runs.some(inView) ? { is: 'named', share: 1, tied: runs.length === 1 } : undefined;
  }

  return oncePer((fact: Fact) => {
    if (speaks(fact)) return { is: 'unnamed' };
    if (byId.get(programOf(fact.signature))?.role === 'platform' && quoting.has(fact.source))
      return { is: 'quoted', share: inOwnLog };
    const { pid, container } = fact.says;
    const unit = fact.says.unit ?? (pid === undefined ? undefined : unitOf.get(pid));
    const owner = ownerOfUnit(unit, container);
    if (owner) return owner;
    const { process } = fact.says;
    if (process !== undefined) return ownerOfProcess(process, pid);
    const inside = unit === undefined ? undefined : processIn.get(unit);
    // What ended in a unit may have been a helper: a backend's unit it is by its process, and no other by one.
    if (inside !== undefined && programsNamed(inside, catalogue).some(inView))
      return ownerOfProcess(inside, pid);
    if (inside !== undefined && isOther(programsNamed(inside, catalogue)))
      return { is: 'named', share: unlikely, tied: false };
    // A rule of its source says whose it is.
    if ((unit === undefined && container === undefined) || fact.scope !== undefined) return { is: 'unnamed' };
    if (isPrinted(pid)) return { is: 'named', share: 1, tied: true };
    return { is: 'named', share: unit !== undefined && serving.test(unit) ? 1 : unknownUnit, tied: false };
  });
}

/** A container's id as every log may have it: its first twelve digits. A name is as it is. */
const idOf = (container: string | undefined): readonly string[] =>
  container === undefined ? [] : [/^[0-9a-f]{12,64}$/.test(container) ? container.slice(0, 12) : container];

/** `api@2.service` as `api`. */
const bare = (unit: string): string => unit.replace(/(?:@[^.]*)?\.(?:service|scope)$/, '');

/** What people call that which runs in a unit, as it may be: `api` for `api.service`, `shop-api-1`, `api-6d4b75cb6d-hm8zq`. */
function titlesOf(unit: string): readonly string[] {
  const name = bare(unit);
  const pod = /^(.+?)(?:-[0-9a-f]{8,10})?-[b-df-hj-np-tv-xz2-9]{5}$/.exec(name)?.[1];
  const numbered = /^(.+)[-_]\d{1,4}$/.exec(name)?.[1];
  const words = numbered?.split(/[-_]/) ?? [];
  const ends = words.map((_, index) =>
    numbered?.slice(words.slice(0, index).join('-').length + (index && 1)),
  );
  return [name, pod, ...ends].filter((title) => title !== undefined);
}

const isOther = (named: readonly Program[]): boolean =>
  named.length > 0 && named.every(({ role }) => role !== 'backend');

export const programsNamed = (name: string, { programs }: Catalogue): readonly Program[] =>
  programs.filter(({ processes }) =>
    processes.some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known)),
  );
