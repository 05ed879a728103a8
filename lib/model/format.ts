import type { Fields } from './event.ts';
import type { NonEmpty } from './nonempty.ts';
import type { Role } from './record.ts';
import type { Millis, Stamp } from './time.ts';

/** What a format makes of one line. An envelope hands its inner line on; the source's other formats read that. */
export type Reading =
  | {
      readonly kind: 'envelope';
      readonly stamp: Stamp | undefined;
      readonly inner: string;
      readonly fields: Fields;
    }
  | {
      readonly kind: 'line';
      readonly stamp: Stamp | undefined;
      readonly message: string;
      readonly fields: Fields;
    };

export interface FormatSample {
  readonly line: string;
  /** What must come out: `message` or `inner`, the stamp as ISO text without a zone, and any fields worth checking. */
  readonly gives: {
    readonly at?: string;
    readonly message?: string;
    readonly inner?: string;
    readonly fields?: Fields;
  };
  readonly from: string;
}

/** A client tried to put words into the program's mouth: what must come out all the same. */
export interface Forgery {
  readonly line: string;
  readonly gives: { readonly message?: string; readonly fields: Fields };
  readonly because: string;
}

export interface Format {
  readonly id: string;
  readonly title: string;
  readonly manual: string;
  /** `envelope`: carries other formats; `text`: a program's own words; `access`: one record per request. */
  readonly kind: 'envelope' | 'access' | 'text';
  /** What a file in this format usually is; undefined where the format says nothing about it. */
  readonly role: Role | undefined;
  /** The program that writes it, when only one does. */
  readonly program?: string;
  /** A log of a whole host: its kernel and its supervisors speak in it beside its programs. */
  readonly host?: true;
  readonly clock: {
    readonly zone: 'in-line' | 'absent' | 'either';
    readonly resolution: Millis;
    /** Whether the stamp in the line is that of the moment, or of a request's start or end. `read` answers with the end. */
    readonly stamps: 'moment' | 'start' | 'end' | 'none';
  };
  readonly read: (line: string) => Reading | undefined;
  readonly samples: NonEmpty<FormatSample>;
  /** At least one where a client can write into the line. */
  readonly forgeries: readonly Forgery[];
}
