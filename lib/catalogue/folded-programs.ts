import type { Limit, Program } from '#lib/model/defaults.ts';

/** By their places in a row. */
export const kinds = [
  'execution',
  'keep-alive',
  'request',
  'response',
  'grace',
  'header-size',
  'body-size',
  'recycle',
  'capacity',
] as const satisfies readonly Limit['kind'][];
export const units = ['ms', 'bytes', 'count'] as const satisfies readonly Limit['unit'][];

/** `name` is the setting's without its program; `written` is left out where it is the same. */
export type LimitRow = readonly [
  kind: number,
  unit: number,
  name: string,
  values: readonly (readonly [since: string, value: number | null])[],
  written?: string,
];

/** A program as it is deployed: its limits as rows, in which no member is named. `infra/fold.ts` writes them. */
export const programOf = (program: Omit<Program, 'limits'>, rows: readonly LimitRow[]): Program => ({
  ...program,
  limits: rows.map(([kind, unit, name, values, written = name]) => ({
    kind: kinds[kind],
    setting: `${program.program}.${name}`,
    written,
    unit: units[unit],
    values: values.map(([since, value]) => ({ since, value })),
  })) as unknown as Program['limits'],
});
