import type { NonEmpty } from './nonempty.ts';
import type { ClosedBy, Excerpt, Fact, Phase } from './signal.ts';
import type { EventTime, Millis } from './time.ts';

/** One backend connection that ended during one attempt at a request, with every line that describes it. */
export interface Close {
  readonly at: EventTime | null;
  readonly resolution: Millis;
  /** Stated lines first; each line in canonical order. */
  readonly lines: NonEmpty<Fact>;
  readonly phase: Phase | undefined;
  readonly by: ClosedBy;
  readonly scheme: string | undefined;
  readonly upstream: string | undefined;
  readonly method: string | undefined;
  /** Hash of the route; its name is in the excerpts. */
  readonly route: string | undefined;
  readonly elapsed: Millis | undefined;
  readonly status: number | undefined;
  readonly received: number | undefined;
  readonly sent: number | undefined;
  readonly reused: boolean;
  /** Two closes of one request share it. */
  readonly request: string;
}

/** Something that looks alike and is not a premature close. */
export interface LookalikeSeen {
  readonly cause: string;
  readonly closedBy: 'client' | 'proxy' | 'nobody';
  readonly fact: Fact;
}

/** One story of one scope: a session of symptom lines, its closes, and the clues within reach. */
export interface Incident {
  readonly id: string;
  readonly scope: string;
  /** First and last symptom; null for lines without a time. */
  readonly from: EventTime | null;
  readonly to: EventTime | null;
  readonly closes: readonly Close[];
  /** Clues of this scope and of the shared ones that it reads, in canonical order. */
  readonly clues: readonly Fact[];
  /** Asides in the window, counted once per attempt. */
  readonly asides: readonly LookalikeSeen[];
}

/** What the pages of one turn hold together: facts in canonical order, excerpts by content. */
export interface Evidence {
  readonly facts: readonly Fact[];
  readonly excerpts: ReadonlyMap<string, Excerpt>;
}
