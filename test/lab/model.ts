import type { Server } from './server.ts';

/** What a route of the application does. It is told when the application starts, and no log says so. */
export type Deed =
  /** Holds the processor, so that not even a signal handler runs. */
  | { readonly does: 'spin'; readonly seconds: number }
  | { readonly does: 'sleep'; readonly seconds: number }
  /** Takes memory until somebody stops it. */
  | { readonly does: 'eat' }
  | { readonly does: 'segv' }
  | { readonly does: 'abort' }
  /** The process ends by an exception that nobody catches, or by an exit in the middle of a request. */
  | { readonly does: 'exit' }
  /** Raises: answered with 500, which is no close. */
  | { readonly does: 'raise' }
  /** Announces more than it sends. */
  | { readonly does: 'short' }
  /** Ends a chunked answer without its last chunk. */
  | { readonly does: 'unfinished' }
  /** Closes the socket without a word. */
  | { readonly does: 'drop' }
  /** Answers and closes with the body unread. */
  | { readonly does: 'refuse-body' };

/** Deeds by the beginnings of paths; every other route answers as usual. */
export type Deeds = Readonly<Record<string, Deed>>;

/** How a backend is asked to be set: what it has no setting for it says in `can`. */
export interface Wants {
  readonly workers?: number;
  /** Its own limit for one request, in seconds. */
  readonly timeout?: number;
  /** Requests after which a worker is replaced. */
  readonly recycleAfter?: number;
  /** How long an idle connection is kept, in seconds. */
  readonly keepAlive?: number;
  /** The largest body that it takes, in bytes. */
  readonly bodyLimit?: number;
  /** MiB that its processes may hold together, by a control group. */
  readonly memory?: number;
  /** MiB that the heap of its runtime may hold. */
  readonly heap?: number;
  /** It speaks TLS. */
  readonly tls?: true;
  /** Connections that wait for a worker. */
  readonly backlog?: number;
}

export interface Given {
  readonly folder: string;
  readonly port: number;
  readonly deeds: Deeds;
  readonly wants: Wants;
  /** `UTC`, `Europe/Berlin`: of the machine that it is on. */
  readonly zone: string;
}

export interface Backend {
  /** `gunicorn-sync`: what it is, and how it works. */
  readonly name: string;
  readonly deeds: ReadonlySet<Deed['does']>;
  readonly wants: ReadonlySet<keyof Wants>;
  /** Deeds after which its log tells nothing: it is gone without a word, and no supervisor is there that has one. */
  readonly mute?: ReadonlySet<Deed['does']>;
  /**
   * Signals to the process that was started: at `stop` it goes and cuts what is under way, which some never do; at
   * `reload` it replaces its workers and lets them finish.
   */
  readonly signals: { readonly stop?: NodeJS.Signals; readonly reload?: NodeJS.Signals };
  /** Where it keeps connections between requests: from when to when it lets go of an idle one, in seconds. */
  readonly lettingGo?: (keepAlive: number) => readonly [from: number, to: number];
  /** Installs it where it is missing; answers with its version. Throws with what to do. */
  readonly install: () => Promise<string>;
  readonly start: (given: Given) => Promise<Server>;
}

export interface Before {
  readonly folder: string;
  readonly port: number;
  /** Where the backend listens. */
  readonly upstream: number;
  readonly zone: string;
  /** In seconds; its own default where it is undefined. */
  readonly readTimeout?: number;
  /** Keeps connections to the backend. */
  readonly keepAlive: boolean;
  /** Speaks TLS to the backend. */
  readonly tls?: true;
  /** Which of its usual log formats. */
  readonly style: number;
}

export interface ReverseProxy {
  readonly name: string;
  readonly install: () => Promise<string>;
  readonly start: (before: Before) => Promise<Server>;
}

/** Requests and what came of them, as clients saw it. */
export interface Seen {
  readonly at: number;
  readonly route: string;
  /** 0: no answer, or half of one. */
  readonly status: number;
}

export interface World {
  /** The one that runs now. */
  readonly backend: () => Server;
  readonly signals: Backend['signals'];
  /** One request through the proxy. */
  readonly ask: (route: string, how?: Ask) => Promise<Seen>;
  readonly wait: (seconds: number) => Promise<void>;
  /** Starts the backend again, where something made it go. */
  readonly again: () => Promise<void>;
  /** Until the backend lets go of connections that are idle from now on: 0 at the earliest, 1 at the latest. */
  readonly race: (part: number) => Promise<void>;
}

export interface Ask {
  readonly method?: string;
  /** Bytes of the body. */
  readonly body?: number;
  /** Seconds after which the client leaves. */
  readonly patience?: number;
}

export interface Fault {
  readonly name: string;
  /** What closecall must call its closes: a cause or a look-alike. Undefined: nothing fails. */
  readonly truth: string | undefined;
  /** What some of its closes may be called as well, and are. */
  readonly also?: readonly string[];
  /** Where this is all that is done, no log tells why: whoever is sure of a cause made it up. */
  readonly untold?: (backend: Backend, failed: number) => boolean;
  readonly deeds: Deeds;
  readonly wants: Wants;
  /** The kernel writes of it: its ring buffer is part of the logs, and nothing else may be in it. */
  readonly kernel?: true;
  /** More than its deeds and wants that it asks of a backend. */
  readonly fits?: (backend: Backend) => boolean;
  readonly before?: Partial<Pick<Before, 'readTimeout' | 'keepAlive' | 'tls'>>;
  /** Milliseconds from the proxy to the backend, where the fault needs that there are some. */
  readonly distance?: number;
  readonly inject: (world: World) => Promise<void>;
}
