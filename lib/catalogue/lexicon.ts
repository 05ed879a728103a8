import type { Lexicon } from '#lib/model/catalogue.ts';
import { formats } from './formats.ts';
import { signatures } from './signatures.ts';
import { versionOf } from './version.ts';

let known: string | undefined;

/** For whoever reads and does not judge: it brings along no cause and no limit. */
export const lexicon: Lexicon = {
  /** Made once somebody asks. */
  get version() {
    known ??= versionOf();
    return known;
  },
  formats,
  signatures,
};
