import type { LogEvent } from './event.ts';
import type { NonEmpty } from './nonempty.ts';
import type { Particulars } from './signal.ts';
import type { Interval, Millis } from './time.ts';

export interface Provenance {
  readonly project: string;
  /** Source file, document, or capture. */
  readonly file: string;
  /** Version or versions at which it was read or captured. */
  readonly version: string;
  readonly url?: string;
}

export interface Sample {
  readonly line: string;
  /** One entry for each signal that must come out, with what it must say at least. */
  readonly gives: Particulars | readonly Particulars[];
  readonly from: string;
  /** The format that reads the line, where it is not the signature's first. */
  readonly format?: string;
}

export interface NearMiss {
  readonly line: string;
  readonly because: string;
  readonly format?: string;
}

/**
 * How much one line says about a cause. `decisive`: names it alone. `strong`: names it unless something listed speaks
 * against it. `supporting`: needs a second, independent line. `context`: happens in healthy times too.
 */
export type Strength = 'decisive' | 'strong' | 'supporting' | 'context';

export interface Point {
  readonly cause: string;
  readonly strength: Strength;
}

/** This line follows from another that shares a value with it (a SIGKILL after a WORKER TIMEOUT of the same pid). */
export interface Consequence {
  readonly of: string;
  /** The particular that both must share; undefined: being in the same source is enough. */
  readonly sharing?: 'pid' | 'worker' | 'process' | 'unit' | 'container' | 'connection';
  /** Of one server's in one log, only the first with each value follows: a second start of one worker is another story. */
  readonly firstOf?: 'worker';
  /** Where the earlier line stands relative to this one. */
  readonly within: Interval;
}

/** What another line begins is over with this one: a stop with the last word of the process that was stopped. */
export type Ending = Pick<Consequence, 'of' | 'sharing'>;

interface SignatureBase {
  /** `<program>/<what it says>`, which is also its path. */
  readonly id: string;
  readonly formats: NonEmpty<string>;
  /** Literal, case-sensitive text; every matching line contains at least one. */
  readonly needles: NonEmpty<string>;
  /** What it means, in one sentence. */
  readonly means: string;
  readonly provenance: Provenance;
  readonly samples: NonEmpty<Sample>;
  readonly nearMisses: readonly NearMiss[];
  /** A runtime or a shell writes it bare to standard error: with a level or a logger before it, somebody quotes it. */
  readonly bare?: true;
  /** Other programs use these words too: in the formats that anybody may write, only behind this logger or one below it. */
  readonly behind?: { readonly logger: string; readonly formats: readonly string[] };
  /** The telling part and the particulars of each attempt or event that the line reports; empty when it is not this. */
  readonly match: (event: LogEvent) => readonly Matched[];
  /** The pattern behind `match`, where there is one; laws look at it. */
  readonly pattern?: RegExp;
}

export interface Matched {
  readonly says: Particulars;
  /** The part of the message that gave it away. */
  readonly telling: string;
  /** How long before the event's time it happened: an early attempt of a request that was logged at its end. */
  readonly earlier?: Millis;
}

/** `stated`: the line says so. `inferred`: it is read from figures (a bare 502), and a stated line of the same attempt wins. */
export type Basis = 'stated' | 'inferred';

export interface Symptom extends SignatureBase {
  readonly role: 'symptom';
  readonly basis: Basis;
  /** Causes that the line itself names (a TLS alert, a protocol error). */
  readonly points: readonly Point[];
}
export interface Aside extends SignatureBase {
  readonly role: 'aside';
  readonly basis: Basis;
  readonly cause: string;
  readonly closedBy: 'client' | 'proxy' | 'nobody';
}
export interface Clue extends SignatureBase {
  readonly role: 'clue';
  readonly points: readonly Point[];
  /** Where the clue may stand relative to the close: `from` −3 s is up to three seconds before it. */
  readonly within: Interval;
  readonly consequences: readonly Consequence[];
  /** Lines after which this one explains no close any more, however long its interval. */
  readonly endedBy?: readonly Ending[];
  /** A change of what runs, which may have set off what came after it. */
  readonly trigger?: true;
  /** A change that people make on purpose, and that may have mended what came before it. */
  readonly change?: 'deploy' | 'reload';
  /** Where its beginning and its end have a line each: which of them this is. Others are over as they are told of. */
  readonly stage?: 'begins' | 'ends' | 'fails';
}
export type Signature = Symptom | Aside | Clue;

/** The program that a signature is about: the first part of its id. */
export const programOf = (id: string): string => id.split('/', 1)[0] ?? id;
