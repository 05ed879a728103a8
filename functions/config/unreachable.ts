import { matchesGlob } from '#lib/engine/scope.ts';
import type { Service } from '#lib/model/record.ts';

/** The rule before `place` that takes every line which the rule at `place` would take. */
export function unreachable(rules: readonly Service[], place: number): number | undefined {
  const rule = rules[place];
  const before = rules.slice(0, place).findIndex((each) => rule && covers(each, rule));
  return before < 0 ? undefined : before;
}

/** Every kind that the wider rule asks for, the narrower asks for too, and no wider. */
const covers = (wider: Service, narrower: Service): boolean =>
  within(wider.upstreams, narrower.upstreams, matchesGlob) &&
  within(lower(wider.hosts), lower(narrower.hosts), matchesGlob) &&
  within(wider.paths, narrower.paths, (prefix, path) => path.startsWith(prefix)) &&
  within(wider.ecsServices, narrower.ecsServices, (a, b) => a === b);

const lower = (hosts: readonly string[] | undefined) => hosts?.map((host) => host.toLowerCase());

/** A glob takes all that another takes when it takes the other as a text: only an asterisk can take an asterisk. */
const within = (
  wider: readonly string[] | undefined,
  narrower: readonly string[] | undefined,
  takes: (pattern: string, text: string) => boolean,
): boolean =>
  wider === undefined || (narrower?.every((text) => wider.some((pattern) => takes(pattern, text))) ?? false);
