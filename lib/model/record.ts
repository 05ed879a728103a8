import type { NonEmpty } from './nonempty.ts';
import type { EventTime, Millis, ObservedTime, Offset } from './time.ts';

/** One line as it came. `id` tells two records of one source apart and means nothing else. */
export interface LogRecord {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  /** When the collector saw it; files have none. */
  readonly observedAt?: ObservedTime;
  /** Files only: the time of the nearest dated line above, for the tail of a block. */
  readonly inherits?: EventTime;
}

export type Role = 'proxy' | 'backend' | 'platform';

/**
 * A source's entry: all that reading one of its records needs besides the record.
 * From the configuration in the stack; from `--config` or from sniffing whole files on a laptop.
 */
export interface Source {
  readonly name: string;
  readonly role: Role;
  /** The formats found in it, in the catalogue's order. Envelopes stand beside what they carry. */
  readonly formats: NonEmpty<string>;
  /** Nobody named its formats: these are all that it may have, and do not tell which program writes it. */
  readonly open?: true;
  /** The service that this source belongs to. */
  readonly scope: string;
  /** Read by every scope: a node's kernel log, a proxy that stands before several services. */
  readonly shared: boolean;
  /** For lines that carry no zone. */
  readonly zone: Offset;
  /** How far its clock may be off. */
  readonly skew: Millis;
  /** Fills a missing year or date: the value nearest to this moment is taken. */
  readonly anchor?: EventTime;
  /** The upstream addresses that this source is known to be (`10.0.0.5:8080`). */
  readonly addresses?: readonly string[];
  /** Whose its lines are, where it holds several services': the first that fits, else `scope`. */
  readonly services?: readonly Service[];
}

/**
 * A service and the lines that are its own. Every kind that is named must fit, and of each kind one entry is enough;
 * a line that does not say what is asked for does not fit. An asterisk stands for any characters.
 */
export interface Service {
  readonly scope: string;
  /** Globs of the upstream's address as the proxy logs it. */
  readonly upstreams?: readonly string[] | undefined;
  /** Globs of the host asked for, without its port, in either case. */
  readonly hosts?: readonly string[] | undefined;
  /** What the normalised path begins with. */
  readonly paths?: readonly string[] | undefined;
  readonly ecsServices?: readonly string[] | undefined;
}

/** The scope of every source that names none. */
export const defaultScope = 'default';
