import type { Catalogue } from '#lib/model/catalogue.ts';
import { hash64 } from '#lib/model/hash.ts';
import { causes, lookalikes } from './causes.ts';
import { formats } from './formats.ts';
import { programs } from './programs.ts';
import { signatures } from './signatures.ts';

/** What a line means may change with any needle or pattern, so the version is made of them. The prefix orders releases. */
const version = (release: number): string =>
  `${String(release).padStart(4, '0')}-${hash64(
    JSON.stringify(signatures.map(({ id, needles, pattern }) => [id, needles, pattern?.source ?? ''])),
  )}`;

export const catalogue: Catalogue = {
  version: version(1),
  formats,
  signatures,
  causes,
  lookalikes,
  programs,
};
