import type { Verdict } from '#lib/model/verdict.ts';

/**
 * One order for the keys of every object in a verdict, so that equal verdicts are equal texts, however they were built.
 * It compiles only while it names every key of the model.
 */
const order = [
  'schema tool read sources warnings incidents',
  'id name version names origin format role line lines examined understood',
  'first last zone offset service start end phase by',
  'cause family confidence closedBy fingerprint fingerprints route day count example closes days requests how moments lengthMs spans explained',
  'findings unexplained followed ruledOut blindSpots runbook fix lookalikes summary',
  'routes upstreams named more why lookedFor candidates evidence nearest missing',
  'against trigger step title state at text mark signature says block command',
  'source wouldSettle where diff because',
] as const;

export type Word<Row> = Row extends `${infer First} ${infer Rest}` ? First | Word<Rest> : Row;
export type KeyOf<T> = T extends readonly (infer Item)[]
  ? KeyOf<Item>
  : T extends object
    ? { [Key in keyof T & string]-?: Key | KeyOf<T[Key]> }[keyof T & string]
    : never;
type Missing = Exclude<KeyOf<Verdict>, Word<(typeof order)[number]>>;

const rows: readonly ([Missing] extends [never] ? string : `not in the order: ${Missing}`)[] = order;
export const keys = rows.flatMap((row) => row.split(' '));

/** The verdict JSON, two blanks deep. */
export const json = (verdict: Verdict): string => `${inOrder(verdict, keys, 2)}\n`;

/** JSON with these keys in this order. Characters that a terminal hides or obeys are written as escapes. */
export const inOrder = (value: object, order: readonly string[], indent = 0): string =>
  JSON.stringify(value, [...order], indent).replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, asEscape);

const asEscape = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
