import type { LogRecord } from './record.ts';
import type { EventTime, Millis } from './time.ts';

export type Fields = Readonly<Record<string, string>>;

/**
 * Whose clock a line's time is from: its own, its collector's, or that of the dated line above it, after which it came
 * some time. `distrusted` is the collector's too, since the line's own was too far from it to be believed.
 */
export type Clock = 'own' | 'collector' | 'distrusted' | 'above';

/** The line understood. */
export interface LogEvent {
  readonly record: LogRecord;
  /** The innermost format that read it. */
  readonly format: string;
  /** Undefined where neither the line, nor its envelope, nor its neighbours have a time. */
  readonly at: EventTime | undefined;
  readonly resolution: Millis;
  readonly clock: Clock;
  /** The program's own words, without time, level and appended fields. */
  readonly message: string;
  readonly fields: Fields;
}
