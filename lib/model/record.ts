import type { NonEmpty } from './nonempty.ts';
import type { EventTime, Millis, ObservedTime } from './time.ts';

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
  /** Minutes east of UTC for lines that carry no zone. */
  readonly zone: number;
  /** How far its clock may be off. */
  readonly skew: Millis;
  /** Fills a missing year or date: the value nearest to this moment is taken. */
  readonly anchor?: EventTime;
  /** The upstream addresses that this source is known to be (`10.0.0.5:8080`). */
  readonly addresses?: readonly string[];
}

/** The scope of every source that names none. */
export const defaultScope = 'default';
