import type { Clock, Hints } from '#functions/ports.ts';
import type { Millis } from '#lib/model/time.ts';

/** A queue in this process's memory. Whoever drives it takes what is due. */
export class MemoryHints<Hint> implements Hints<Hint> {
  #waiting: { readonly hint: string; readonly at: Millis }[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async send(hint: Hint, delay: Millis): Promise<void> {
    this.#waiting.push({ hint: JSON.stringify(hint), at: this.#clock.now() + delay });
  }

  /** When the next hint is due; undefined when none waits. */
  nextAt(): Millis | undefined {
    return this.#waiting.map(({ at }) => at).sort((a, b) => a - b)[0];
  }

  /** Takes out what is due, earliest first. */
  take(now: Millis): readonly Hint[] {
    const due = this.#waiting.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    return due.map(({ hint }) => JSON.parse(hint));
  }
}
