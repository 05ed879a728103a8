import type { Clock } from '#functions/ports.ts';
import type { Millis } from '#lib/model/time.ts';

/** Lets callers through one after the other, so many a second at most. */
export interface Turnstile {
  readonly pass: () => Promise<void>;
  /** Nobody passes for so long. */
  readonly hold: (wait: Millis) => void;
}

export function turnstile(perSecond: number, clock: Clock): Turnstile {
  const step = 1_000 / perSecond;
  let free = Number.NEGATIVE_INFINITY;
  return {
    async pass() {
      const now = clock.now();
      const at = Math.max(now, free);
      free = at + step;
      if (at > now) await clock.sleep(Math.ceil(at - now));
    },
    hold(wait) {
      free = Math.max(free, clock.now() + wait);
    },
  };
}
