import { hash64 } from '#lib/model/hash.ts';
import { signatures } from './signatures.ts';

/** Orders the releases of the catalogue. */
const release = 1;

/** What a line means may change with any needle or pattern, so the version is made of them. A bundle holds what came of it. */
export const versionOf = (): string =>
  `${String(release).padStart(4, '0')}-${hash64(
    JSON.stringify(signatures.map(({ id, needles, pattern }) => [id, needles, pattern?.source ?? ''])),
  )}`;
