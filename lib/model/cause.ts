import type { KnownLimit, LimitKind } from './defaults.ts';
import type { Close, Incident } from './incident.ts';
import type { NonEmpty } from './nonempty.ts';
import type { Role, Source } from './record.ts';
import type { Fact } from './signal.ts';

export type Family = 'exited' | 'timed out' | 'rejected' | 'cut short' | 'path' | 'not ours';

/** What a cause may look at besides the close in question. */
export interface View {
  readonly incident: Incident;
  readonly sources: readonly Source[];
  /** Upstream addresses seen in the incident's closes. */
  readonly upstreams: readonly string[];
  /** Limits of the programs in view: configured values first, then the default of the known version, then an assumed one. */
  readonly limits: (kind: LimitKind, role?: Role, behind?: Close) => readonly KnownLimit[];
  /** Whether a log of this role is in view, be it inside another's. */
  readonly hears: (role: Role) => boolean;
  /** Program ids in view, from the sources' formats and from the lines seen. */
  readonly programs: readonly string[];
  /** The name of a close's route, where a text that names it was kept. */
  readonly routeName: (route: string | undefined) => string | undefined;
  /** The first excerpt that shows a fact, for words taken from the line itself. */
  readonly hostOf: (close: Close) => string | undefined;
  /** Causes that a line close by names, strongly or alone, where it should stand from this close; or a line of its own. */
  readonly named: (close: Close) => ReadonlySet<string>;
}

/** Something a cause expects of a close (or that speaks against it), with its weight in nats. */
export interface Expectation {
  readonly id: string;
  readonly weight: number;
  /** `this`: it tells this cause from the others, and lets it be called possible. `any`: it fits many causes. */
  readonly tells: 'this' | 'any';
  /** The sentence that says what was seen; undefined when it was not. */
  readonly sees: (close: Close, view: View) => string | undefined;
}

/** A source that is not in view and would decide for or against a cause. */
export interface Settler {
  readonly source: string;
  /** It is in view when any source has one of these formats or any of these programs spoke. */
  readonly formats: readonly string[];
  readonly programs: readonly string[];
  readonly role?: Role;
  /** What it would settle, as a clause: `whether the kernel killed a worker for memory`. */
  readonly because: string;
  /** What its silence says when it is in view: `the kernel log shows no OOM kill near the closes`. */
  readonly silence: string;
}

/** One cause found in one incident: its closes, the clues they rest on, and the sentences that were true of them. */
export interface Found {
  readonly closes: NonEmpty<Close>;
  readonly clues: readonly Fact[];
  readonly seen: readonly string[];
  readonly view: View;
}

export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export interface Step {
  readonly state: 'answered' | 'todo';
  readonly text: string;
  readonly command?: string;
}

export interface Fix {
  /** The file or setting, as a person would look for it. */
  readonly where: string;
  /** Unified-diff style: lines begin with `-`, `+` or a blank. */
  readonly diff: string;
  readonly because: string;
}

export interface Cause {
  readonly kind: 'cause';
  readonly id: string;
  readonly family: Family;
  readonly means: string;
  /** Share of all closes that have this cause when nothing is known; all priors and `something else` sum to 1. */
  readonly prior: number;
  readonly expects: readonly Expectation[];
  /** Weights are negative. */
  readonly against: readonly Expectation[];
  readonly settledBy: readonly Settler[];
  /** The limits by which it comes about: a version that moved one of them may have set it off. */
  readonly limitedBy?: readonly { readonly kind: LimitKind; readonly role?: Role }[];
  /** The verdict in one sentence, with the figures of the case. */
  readonly why: (found: Found) => string;
  /** The runbook steps that this cause answers or makes concrete; the frame supplies the others. */
  readonly steps: (found: Found) => Partial<Record<StepNumber, Step>>;
  readonly fixes: (found: Found) => readonly Fix[];
}

/** A failure that looks like a premature close and is none. */
export interface Lookalike {
  readonly kind: 'lookalike';
  readonly id: string;
  readonly family: 'not ours';
  readonly means: string;
  readonly closedBy: 'client' | 'proxy' | 'nobody';
  readonly advice: string;
}
