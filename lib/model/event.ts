import type { LogRecord } from './record.ts';
import type { EventTime, Millis } from './time.ts';

export type Fields = Readonly<Record<string, string>>;

/** The line understood. */
export interface LogEvent {
  readonly record: LogRecord;
  /** The innermost format that read it. */
  readonly format: string;
  /** Undefined where neither the line, nor its envelope, nor its neighbours have a time. */
  readonly at: EventTime | undefined;
  readonly resolution: Millis;
  /** True when the line's own time was too far from the observed one to be believed. */
  readonly distrusted: boolean;
  /** The program's own words, without time, level and appended fields. */
  readonly message: string;
  readonly fields: Fields;
}
