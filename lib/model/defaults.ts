import type { NonEmpty } from './nonempty.ts';
import type { Role } from './record.ts';

/**
 * `execution`: kills a worker that is busy too long. `keep-alive`: closes an idle connection. `request`: gives up on a
 * request or an idle read. `response`: how long a proxy waits for the backend. `grace`: how long a stop waits.
 * `header-size`, `body-size`: what is refused. `recycle`: requests after which a worker is replaced. `capacity`: how
 * many at once.
 */
export type LimitKind =
  | 'execution'
  | 'keep-alive'
  | 'request'
  | 'response'
  | 'grace'
  | 'header-size'
  | 'body-size'
  | 'recycle'
  | 'capacity';

/** One limit of one program with its value by version. Durations are in ms, sizes in bytes; null is "no limit". */
export interface Limit {
  readonly kind: LimitKind;
  /** The name for `--set` and the configuration: `gunicorn.timeout`. */
  readonly setting: string;
  /** How its own manual writes it: `--timeout`, `proxy_read_timeout`. */
  readonly written: string;
  /** How a configuration has it, `{}` for the value, where that is not name and value; null: nobody can set it. */
  readonly line?: string | null;
  readonly unit: 'ms' | 'bytes' | 'count';
  /** Ascending by version; the first stands for every earlier one. */
  readonly values: NonEmpty<{
    readonly since: string;
    readonly value: number | null;
    readonly note?: string;
  }>;
  readonly manual: string;
}

export interface Program {
  readonly program: string;
  readonly title: string;
  readonly role: Role;
  /** The names under which the kernel and supervisors know its processes; a trailing `*` takes any ending. */
  readonly processes: readonly string[];
  /** Protocols in which a proxy may speak to it, its own first; HTTP where there are none. */
  readonly schemes?: NonEmpty<string>;
  readonly limits: readonly Limit[];
}

/** A limit as it holds in one run, and how we know. */
export interface KnownLimit {
  readonly program: string;
  readonly title: string;
  readonly role: Role;
  readonly limit: Limit;
  readonly value: number | null;
  readonly how: 'configured' | 'default' | 'assumed';
  /** The version whose default it is, where one was seen. */
  readonly version: string | undefined;
}
