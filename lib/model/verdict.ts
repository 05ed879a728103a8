/** The verdict JSON, version 1: the contract between all ways in. Additions only. */
export const verdictSchema = 'closecall/verdict@1';

export type Confidence = 'confirmed' | 'likely' | 'possible';

/** ISO 8601 in UTC; `HH:MM:SS.mmm` when the run has no date; null when the line has no time. */
export type Instant = string | null;

export interface EvidenceLine {
  readonly origin: string;
  /** 1-based, files only. */
  readonly line: number | null;
  readonly at: Instant;
  /** Redacted. */
  readonly text: string;
  /** The telling part, as UTF-16 offsets into `text`. */
  readonly mark: readonly [from: number, to: number];
  readonly signature: string;
  readonly says: string;
  /** Context: further lines of the same block (a traceback), where whole files are in view. Redacted. */
  readonly block?: readonly string[];
}

/** Names with counts, most first; `more` counts the names left out. */
export interface Tally {
  readonly named: readonly { readonly name: string; readonly closes: number }[];
  readonly more: { readonly names: number; readonly closes: number };
}

/** What closes of one cause on one route are called from one incident to the next. */
export interface Fingerprint {
  /** Hash of scope, cause, route and kind of upstream. */
  readonly fingerprint: string;
  /** Null where it is not known, and where it does not matter: a process that ends takes along whatever is in flight. */
  readonly route: string | null;
  readonly closes: number;
  /** By UTC day, `2026-11-22`. Absent where all are of the day on which the incident began. */
  readonly days?: readonly { readonly day: string; readonly closes: number }[];
}

export interface Finding {
  /** The first of `fingerprints`. */
  readonly fingerprint?: string;
  /** One for each route, most closes first, at most 20. Absent where an incident could not be diagnosed. */
  readonly fingerprints?: readonly Fingerprint[];
  readonly cause: string;
  readonly family: string;
  readonly confidence: Confidence;
  readonly closes: number;
  readonly routes: Tally;
  readonly upstreams: Tally;
  readonly why: string;
  readonly evidence: readonly EvidenceLine[];
  readonly against: readonly string[];
  readonly trigger?: { readonly says: string; readonly at: Instant };
}

export interface Unexplained {
  /** As of a finding, for closes without a cause. */
  readonly fingerprint?: string;
  readonly fingerprints?: readonly Fingerprint[];
  readonly closes: number;
  readonly lookedFor: readonly string[];
  readonly candidates: readonly { readonly cause: string; readonly because: string }[];
  readonly evidence: readonly EvidenceLine[];
  /** The backend's lines nearest to the closes: context, empty where only signals are in view. */
  readonly nearest: readonly ContextLine[];
  readonly missing: readonly string[];
}

export interface ContextLine {
  readonly origin: string;
  readonly line: number | null;
  readonly at: Instant;
  readonly text: string;
}

export interface RunbookStep {
  readonly step: number;
  readonly title: string;
  readonly state: 'answered' | 'todo';
  readonly text: string;
  readonly command?: string;
}

/** When the closes came: stretches of one length, at most 60, that begin at whole multiples of it; the empty ones are left out. */
export interface Moments {
  readonly lengthMs: number;
  readonly spans: readonly {
    readonly at: Instant;
    /** Null for the closes without an explanation. */
    readonly cause: string | null;
    readonly closes: number;
  }[];
}

export interface IncidentVerdict {
  readonly id: string;
  readonly service: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly closes: number;
  readonly requests: number;
  readonly how: readonly { readonly phase: string; readonly by: string; readonly closes: number }[];
  /** Absent where no close has a time. */
  readonly moments?: Moments;
  /** Strongest first. */
  readonly findings: readonly Finding[];
  readonly unexplained: Unexplained | null;
  /** What the end of a process left behind and is no close, most first. Absent where nothing was. */
  readonly followed?: readonly { readonly cause: string; readonly count: number }[];
  readonly ruledOut: readonly { readonly cause: string; readonly because: string }[];
  readonly blindSpots: readonly { readonly source: string; readonly wouldSettle: string }[];
  readonly runbook: readonly RunbookStep[];
  readonly fix: readonly {
    readonly cause: string;
    readonly where: string;
    readonly diff: string;
    readonly because: string;
  }[];
}

export interface LookalikeCount {
  readonly cause: string;
  readonly closedBy: 'client' | 'proxy' | 'nobody';
  readonly count: number;
  readonly example: EvidenceLine;
}

export interface SourceRead {
  readonly origin: string;
  readonly format: string;
  readonly role: string;
  readonly lines: number;
  /** Lines that were decoded: all of a small file, a spread sample and every relevant line of a large one. */
  readonly examined: number;
  readonly understood: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly zone: {
    readonly offset: string;
    readonly how: 'in-line' | 'configured' | 'inferred' | 'assumed' | 'none';
  };
}

export interface Verdict {
  readonly schema: typeof verdictSchema;
  readonly tool: { readonly name: 'closecall'; readonly version: string };
  readonly read: { readonly sources: readonly SourceRead[]; readonly warnings: readonly string[] };
  readonly incidents: readonly IncidentVerdict[];
  readonly lookalikes: readonly LookalikeCount[];
  readonly summary: {
    readonly closes: number;
    readonly explained: number;
    readonly unexplained: number;
    readonly lookalikes: number;
  };
}
