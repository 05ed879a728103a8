import type { Signature } from '#lib/model/signature.ts';
import { duration } from '#lib/model/words.ts';

/** `name         value`, one of several rows about one thing. */
export const row = (name: string, value: string): string => `${name.padEnd(12)} ${value}`;

/** What a signature is and where it is from, a row each. */
export function described(signature: Signature): readonly string[] {
  const { id, role, means, provenance } = signature;
  const points =
    signature.role === 'aside'
      ? [row('  so', `${signature.cause}, closed by ${signature.closedBy}: no premature close of a backend`)]
      : signature.points.map(({ cause, strength }) => row('  points to', `${cause} (${strength})`));
  const within =
    signature.role === 'clue'
      ? [row('  counts', `from ${offset(signature.within.from)} to ${offset(signature.within.to)} a close`)]
      : [];
  return [
    row(role, id),
    row('  means', means),
    ...points,
    ...within,
    row('  from', `${provenance.project} ${provenance.file} (${provenance.version})`),
  ];
}

const offset = (ms: number): string => `${duration(Math.abs(ms))} ${ms < 0 ? 'before' : 'after'}`;
