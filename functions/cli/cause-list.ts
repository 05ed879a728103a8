import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Cause, Expectation, Lookalike } from '#lib/model/cause.ts';
import type { Signature, Strength } from '#lib/model/signature.ts';
import { count, list } from '#lib/model/words.ts';
import { row } from './described.ts';
import { nearest } from './nearest.ts';
import { Problem } from './problem.ts';

const { causes, lookalikes, signatures } = catalogue;
const strengths: readonly Strength[] = ['decisive', 'strong', 'supporting', 'context'];

/** All, or the one that is named. Throws a Problem for a name that is none. */
export function causesNamed(id: string | undefined): readonly (Cause | Lookalike)[] {
  const all = [...causes, ...lookalikes];
  if (id === undefined) return all;
  const found = all.filter((each) => each.id === id);
  if (found.length > 0) return found;
  const names = all.map((each) => each.id);
  const meant = nearest(id, names);
  throw new Problem(
    `There is no cause ${id}. ${meant === undefined ? `The causes are ${list(names)}.` : `Did you mean ${meant}?`}`,
  );
}

/** One alone is shown whole, with what tells it. */
export function causeList(found: readonly (Cause | Lookalike)[]): string {
  const [only, ...more] = found;
  if (only && more.length === 0) return `${whole(only).join('\n')}\n`;
  const rows = (some: readonly (Cause | Lookalike)[]) =>
    some.map(({ id, means }) => `  ${id.padEnd(20)} ${means}`);
  return [
    `${count(causes.length, 'cause')} of a premature close`,
    ...rows(causes),
    '',
    `${count(lookalikes.length, 'failure')} that look like one, and are none`,
    ...rows(lookalikes),
    '',
    'closecall causes ID shows one whole: the lines that name it, what else is asked of a close, what would settle it.',
    '',
  ].join('\n');
}

function whole(cause: Cause | Lookalike): readonly string[] {
  const head = [row(cause.kind === 'cause' ? 'cause' : 'look-alike', cause.id), row('  means', cause.means)];
  if (cause.kind === 'lookalike')
    return [
      ...head,
      row('  closed by', cause.closedBy),
      row('  advice', cause.advice),
      ...asides(cause.id).map(({ id, means }) => row('  told by', `${id}: ${means}`)),
    ];
  return [
    ...head,
    row('  family', cause.family),
    row('  prior', `${Math.round(cause.prior * 1_000) / 10} % of closes of which nothing is known`),
    ...strengths.flatMap((strength) => named(cause.id, strength)),
    ...asked('asked of a close, in nats', [...cause.expects, ...cause.against]),
    '',
    'settled by',
    ...cause.settledBy.map(({ source, because }) => `  ${source}: ${because}`),
  ];
}

const asides = (cause: string): readonly Signature[] =>
  signatures.filter((signature) => signature.role === 'aside' && signature.cause === cause);

/** The signatures that name a cause so strongly. */
const naming = (cause: string, strength: Strength): readonly Signature[] =>
  signatures.filter(
    (signature) =>
      signature.role !== 'aside' &&
      signature.points.some((point) => point.cause === cause && point.strength === strength),
  );

function named(cause: string, strength: Strength): readonly string[] {
  const own = naming(cause, strength);
  return own.length === 0
    ? []
    : ['', `${strength} lines`, ...own.map(({ id, means }) => `  ${id}: ${means}`)];
}

const asked = (title: string, expectations: readonly Expectation[]): readonly string[] =>
  expectations.length === 0
    ? []
    : [
        '',
        title,
        ...[...expectations]
          .sort((a, b) => b.weight - a.weight)
          .map(({ id, weight }) => `  ${`${weight > 0 ? '+' : '−'}${Math.abs(weight)}`.padStart(5)} ${id}`),
      ];

/** For machines: all that people wrote down about each cause. */
export const causesJson = (found: readonly (Cause | Lookalike)[]): string =>
  `${JSON.stringify(
    found.map((each) =>
      each.kind === 'lookalike'
        ? each
        : {
            id: each.id,
            kind: each.kind,
            family: each.family,
            means: each.means,
            prior: each.prior,
            expects: each.expects.map(({ id, weight, tells }) => ({ id, weight, tells })),
            against: each.against.map(({ id, weight, tells }) => ({ id, weight, tells })),
            settledBy: each.settledBy.map(({ source, because }) => ({ source, because })),
            signatures: strengths.flatMap((strength) =>
              naming(each.id, strength).map(({ id }) => ({ id, strength })),
            ),
          },
    ),
    null,
    2,
  )}\n`;
