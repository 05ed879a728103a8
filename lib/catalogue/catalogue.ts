import type { Catalogue } from '#lib/model/catalogue.ts';
import { causes, lookalikes } from './causes.ts';
import { formats } from './formats.ts';
import { lexicon } from './lexicon.ts';
import { programs } from './programs.ts';
import { signatures } from './signatures.ts';

export const catalogue: Catalogue = {
  get version() {
    return lexicon.version;
  },
  formats,
  signatures,
  causes,
  lookalikes,
  programs,
};
