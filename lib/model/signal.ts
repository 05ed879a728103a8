import type { Clock } from './event.ts';
import type { EventTime, Millis } from './time.ts';

export type Phase = 'connect' | 'request' | 'header' | 'body' | 'tunnel';
export type ClosedBy = 'fin' | 'reset' | 'other';

/** What one line says beyond its signature: the fixed vocabulary of named captures and field predicates. */
export interface Particulars {
  // a proxy's side
  readonly phase?: Phase;
  readonly by?: ClosedBy;
  readonly scheme?: string;
  readonly upstream?: string;
  readonly method?: string;
  /** The request target as received, query included; a stored fact keeps only its hash. */
  readonly target?: string;
  readonly client?: string;
  readonly connection?: string;
  readonly requestId?: string;
  readonly host?: string;
  readonly status?: number;
  /** From the attempt's start to its end. */
  readonly elapsed?: Millis;
  /** 1 for the first peer that was tried. */
  readonly attempt?: number;
  /** The request ran on a connection that had carried another before. */
  readonly reused?: boolean;
  readonly received?: number;
  readonly sent?: number;
  // a backend's or platform's side
  readonly process?: string;
  readonly pid?: number;
  readonly worker?: string;
  /** The pid of the server that prints it, where its workers have their own. */
  readonly master?: number;
  readonly signal?: string;
  readonly code?: number;
  readonly limit?: Millis;
  readonly bytes?: number;
  readonly version?: string;
  readonly unit?: string;
  readonly container?: string;
  /** The ECS service that an event is about. */
  readonly service?: string;
  /** The cluster that the service belongs to: names of services are its own. */
  readonly cluster?: string;
  /** What all lines of one deployment name. */
  readonly deployment?: string;
  /** Network addresses of what the line is about, without a port. */
  readonly addresses?: readonly string[];
  /** Where a server listens, as it prints it: `0.0.0.0:8000`, `:3000`, a socket's path. */
  readonly listens?: string;
  readonly reason?: string;
}

/** Join keys that a client can influence are kept as hashes: bounded, and no secret is at rest in them. */
export interface Keys {
  readonly route?: string;
  /** Method and path. */
  readonly request?: string;
  /** The whole target, query included. */
  readonly target?: string;
  readonly client?: string;
  readonly connection?: string;
  readonly requestId?: string;
}

export type Stored = Omit<Particulars, 'target' | 'client' | 'connection' | 'requestId' | 'host'>;

/** One signal without its text. Everything a verdict counts comes from these. */
export interface Fact {
  /** Identity of record and attempt; equal ids are one fact. Never decides an order that anybody sees. */
  readonly id: string;
  readonly at: EventTime | null;
  readonly resolution: Millis;
  readonly source: string;
  /** The service whose line it is, where a rule of its source says so; it is nobody else's then. */
  readonly scope?: string;
  readonly signature: string;
  /** Hash of time and text, never of a name: the excerpt that shows it, where one was kept. */
  readonly content: string;
  readonly says: Stored;
  readonly keys: Keys;
  /** Whose clock its time is from, where that is not its own. */
  readonly clock?: Exclude<Clock, 'own'>;
}

/** A text kept as evidence. `mark` is the telling part, as UTF-16 offsets into `text`. */
export interface Excerpt {
  readonly content: string;
  readonly at: EventTime | null;
  readonly source: string;
  readonly text: string;
  readonly mark: readonly [from: number, to: number];
  /** The route's name, for the hash in the facts. */
  readonly route?: string;
  readonly host?: string;
  /** Where a file had it; nothing in a verdict depends on it. */
  readonly line?: number;
}

export interface Signal {
  readonly fact: Fact;
  readonly excerpt: Excerpt;
}
