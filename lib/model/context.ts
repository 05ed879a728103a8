import type { EventTime } from './time.ts';

export interface NearbyLine {
  readonly source: string;
  readonly line: number | null;
  readonly at: EventTime | null;
  readonly text: string;
}

export interface Stretch {
  readonly from: EventTime;
  readonly to: EventTime;
}

/** A version that a program printed of itself. */
export interface Printed {
  readonly program: string;
  readonly version: string;
  readonly at: EventTime;
}

/** Requests a minute, as they were and as they became. */
export interface Rise {
  readonly at: EventTime;
  readonly from: number;
  readonly to: number;
}

/**
 * What only whole files (or a look at the log store) can show. Optional: a verdict never rests on it, and it stands
 * apart in the output.
 */
export interface Context {
  /** The lines that belong to the same block as a line: a traceback under its headline, an exception above its trailer. */
  readonly block: (source: string, line: number) => readonly string[];
  /** What the backends printed nearest to these moments, in order of time. */
  readonly nearest: (scope: string, moments: readonly EventTime[]) => readonly NearbyLine[];
  /** The moments of a file's first and last lines. A live source has none, and its silence always counts. */
  readonly covers: (source: string) => Stretch | undefined;
  /** In order of time. */
  readonly versions: (scope: string) => readonly Printed[];
  /** How traffic had risen at a moment; undefined where it had not, or where no log in view counts requests. */
  readonly rise: (scope: string, moment: EventTime) => Rise | undefined;
}

export const noContext: Context = {
  block: () => [],
  nearest: () => [],
  covers: () => undefined,
  versions: () => [],
  rise: () => undefined,
};
