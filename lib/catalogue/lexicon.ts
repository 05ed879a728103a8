import type { Lexicon } from '#lib/model/catalogue.ts';
import { hash64 } from '#lib/model/hash.ts';
import { formats } from './formats.ts';
import { signatures } from './signatures.ts';

/** Orders the releases of the catalogue. */
const release = 1;

/** What a line means may change with any needle or pattern, so the version is made of them, once somebody asks. */
const version = (): string =>
  `${String(release).padStart(4, '0')}-${hash64(
    JSON.stringify(signatures.map(({ id, needles, pattern }) => [id, needles, pattern?.source ?? ''])),
  )}`;
let known: string | undefined;

/** For whoever reads and does not judge: it brings along no cause and no limit. */
export const lexicon: Lexicon = {
  get version() {
    known ??= version();
    return known;
  },
  formats,
  signatures,
};
