import type { Catalogue } from '#lib/model/catalogue.ts';
import type { KnownLimit, Limit, LimitKind } from '#lib/model/defaults.ts';
import type { Role } from '#lib/model/record.ts';

/** Settings that somebody told us: `gunicorn.timeout` → 30000 (ms, bytes or a count); null is "no limit". */
export type Settings = Readonly<Record<string, number | null>>;

export type LimitsOf = (kind: LimitKind, role?: Role) => readonly KnownLimit[];

/** The limits of the programs in view: what was configured, else the default of the version seen, else the newest default. */
export function limitsOf(
  catalogue: Catalogue,
  programs: ReadonlyMap<string, string | undefined>,
  settings: Settings,
): LimitsOf {
  const inView = catalogue.programs.filter(({ program }) => programs.has(program));
  const known = inView.flatMap(({ program, title, role, limits }) =>
    limits.map((limit): KnownLimit => {
      const base = { program, title, role, limit };
      const configured = settings[limit.setting];
      const version = programs.get(program);
      if (configured !== undefined) return { ...base, value: configured, how: 'configured', version };
      if (version === undefined) return { ...base, value: newest(limit), how: 'assumed', version };
      return { ...base, value: atVersion(limit, version), how: 'default', version };
    }),
  );
  return (kind, role) =>
    known.filter(({ limit, role: its }) => limit.kind === kind && (!role || its === role));
}

const newest = (limit: Limit): number | null => limit.values[limit.values.length - 1]?.value ?? null;

const atVersion = (limit: Limit, version: string): number | null => stepAt(limit, version).value;

/** A limit's default at a version, and since when it has been that. */
export function stepAt({ values }: Limit, version: string): Limit['values'][number] {
  const [first] = values;
  return values.reduce((held, step) => (compareVersions(step.since, version) <= 0 ? step : held), first);
}

/** Negative, zero or positive as `a` is older than, equal to or newer than `b`. Missing parts count as 0. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0);
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const step = (left[i] ?? 0) - (right[i] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}
