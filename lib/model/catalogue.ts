import type { Cause, Lookalike } from './cause.ts';
import type { Program } from './defaults.ts';
import type { Format } from './format.ts';
import type { Signature } from './signature.ts';

/** What is needed to read a line and to tell whether it matters. */
export interface Lexicon {
  /** Changes whenever what a line means may have changed. */
  readonly version: string;
  /** Specific formats before general ones: the first that reads a line wins. */
  readonly formats: readonly Format[];
  readonly signatures: readonly Signature[];
}

/** Everything that closecall knows. The engine takes it as an argument and names no member of it. */
export interface Catalogue extends Lexicon {
  readonly causes: readonly Cause[];
  readonly lookalikes: readonly Lookalike[];
  readonly programs: readonly Program[];
}
