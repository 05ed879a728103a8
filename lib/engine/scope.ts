import { isNonEmpty, type NonEmpty } from '#lib/model/nonempty.ts';
import { defaultScope, type Service, type Source } from '#lib/model/record.ts';
import type { Fact, Particulars } from '#lib/model/signal.ts';
import { pathOf } from './route.ts';

type Placed = Pick<Fact, 'scope'>;
type Read = Pick<Source, 'scope' | 'shared'>;

/** The scope that a fact belongs to: what a rule of its source said, else the source's own. */
export const scopeOf = (fact: Placed, source: Pick<Source, 'scope'>): string => fact.scope ?? source.scope;

/** Whether a scope reads a fact: its own, and what nobody's rule took from a source that all read. */
export const isReadBy = (scope: string, fact: Placed, source: Read): boolean =>
  scopeOf(fact, source) === scope || (source.shared && fact.scope === undefined);

/** Every scope that a line of these sources may belong to, in the order in which they are told. */
export function scopesOf(sources: readonly Pick<Source, 'scope' | 'services'>[]): NonEmpty<string> {
  const scopes = [...new Set(sources.flatMap(scopesIn))].sort();
  return isNonEmpty(scopes) ? scopes : [defaultScope];
}

/** Whether lines of a source may be read by a scope. */
export const mayConcern = (scope: string, source: Pick<Source, 'scope' | 'shared' | 'services'>): boolean =>
  source.shared || scopesIn(source).includes(scope);

const scopesIn = ({ scope, services = [] }: Pick<Source, 'scope' | 'services'>): readonly string[] => [
  scope,
  ...services.map((service) => service.scope),
];

/** The scopes of the pages that a scope reads: its own, and those of sources that all read. */
export const pagesReadBy = (scope: string, sources: readonly Read[]): readonly string[] => [
  ...new Set([scope, ...sources.filter(({ shared }) => shared).map((source) => source.scope)]),
];

/** The scopes that read a page of a source. A page of a shared source's own scope may hold lines that no rule took. */
export const readersOf = (page: string, source: Read, all: readonly string[]): readonly string[] =>
  source.shared && page === source.scope ? all : [page];

/** The scope of the first rule that fits what a line says; undefined where none does. */
export function mapped(says: Particulars, services: readonly Service[] | undefined): string | undefined {
  return services?.find((service) => fits(says, service))?.scope;
}

function fits({ upstream, host, target, service }: Particulars, rule: Service): boolean {
  return (
    isOneOf(upstream, rule.upstreams, matchesGlob) &&
    isOneOf(
      host === undefined ? undefined : hostName(host),
      rule.hosts?.map((each) => each.toLowerCase()),
      matchesGlob,
    ) &&
    isOneOf(target === undefined ? undefined : plainPath(target), rule.paths, (prefix, path) =>
      path.startsWith(prefix),
    ) &&
    isOneOf(service, rule.ecsServices, (name, said) => name === said)
  );
}

/** True where nothing is asked for. */
const isOneOf = (
  said: string | undefined,
  asked: readonly string[] | undefined,
  takes: (pattern: string, text: string) => boolean,
): boolean => asked === undefined || (said !== undefined && asked.some((pattern) => takes(pattern, said)));

/** Whether a text is of a pattern in which `*` stands for any characters, none included. Linear for each asterisk. */
export function matchesGlob(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const piece of rest) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/** `API.example.com.:8443` as `api.example.com`. */
const hostName = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d{0,5}$/, '')
    .replace(/\.$/, '');

/**
 * The path as a proxy compares it with its locations: %-escapes read, double slashes one, dot segments resolved.
 * `*` and `host:443` stay as they are.
 */
export function plainPath(target: string): string {
  const whole = unescaped(pathOf(target));
  if (!whole.startsWith('/')) return whole;
  const path: string[] = [];
  const parts = whole.split('/').slice(1);
  parts.forEach((part, index) => {
    if (part === '..') path.pop();
    if (part !== '.' && part !== '..' && part !== '') path.push(part);
    else if (index === parts.length - 1) path.push('');
  });
  return `/${path.join('/')}`;
}

/** Escapes that are no UTF-8 stay as they are. */
function unescaped(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}
