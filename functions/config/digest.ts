import { createHash } from 'node:crypto';

/**
 * Sha-256, in hex, of a configuration as parsed from its file: the same for any order of members, blanks and
 * `$schema`. The stack says it as its output ConfigurationDigest, and `closecall doctor` compares.
 */
export function configDigest(json: unknown): string {
  const body =
    typeof json === 'object' && json !== null && !Array.isArray(json)
      ? Object.fromEntries(Object.entries(json).filter(([name]) => name !== '$schema'))
      : json;
  return createHash('sha256')
    .update(JSON.stringify(canonical(body)) ?? '')
    .digest('hex');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, canonical(member)]),
  );
}
