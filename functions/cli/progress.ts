import { duration, size } from '#lib/model/words.ts';

/** Where long work tells how far it is. */
export interface Progress {
  /** `of` is 0 where the end is not known. */
  readonly at: (what: string, done: number, of: number) => void;
  /** What has begun and cannot be measured. */
  readonly say: (what: string) => void;
  readonly end: () => void;
}

export const silent: Progress = { at: () => {}, say: () => {}, end: () => {} };

/** Less than this is over before anybody has read a word. */
const worthTelling = 64 * 1024 * 1024;
const every = 100;

/** One row on a terminal that is rewritten in place; nothing where no person looks. */
export function progressOn(stream: NodeJS.WriteStream, clock: () => number): Progress {
  if (stream.isTTY !== true) return silent;
  let begun: { readonly what: string; readonly at: number } | undefined;
  let told = 0;
  let shows = false;
  const show = (text: string) => {
    shows = true;
    stream.write(`\r\u001b[K${text.slice(0, (stream.columns || 80) - 1)}`);
  };
  return {
    at(what, done, of) {
      if (Math.max(done, of) < worthTelling) return;
      const now = clock();
      if (begun?.what !== what) begun = { what, at: now };
      if (now - told < every) return;
      told = now;
      const seconds = (now - begun.at) / 1_000;
      const rate = seconds > 0.2 ? `, ${size(done / seconds)}/s` : '';
      const share = of > 0 ? `${Math.floor((done / of) * 100)} % of ${size(of)}` : size(done);
      show(`${what}: ${share}${rate}`);
    },
    say: (what) => show(`${what} …`),
    end() {
      if (shows) stream.write('\r\u001b[K');
      shows = false;
    },
  };
}

/** How far a known whole is. */
export interface Bar {
  /** `share` from 0 to 1; `count` things of a kind have been met on the way. */
  readonly at: (what: string, share: number, count: number, kind: string) => void;
  readonly say: (what: string) => void;
  readonly end: () => void;
}

export const noBar: Bar = { at: () => {}, say: () => {}, end: () => {} };

const barCells = 20;

/** One row with a bar, the rate and the time left; nothing where no person looks. */
export function barOn(stream: NodeJS.WriteStream, clock: () => number): Bar {
  if (stream.isTTY !== true) return noBar;
  let begun: { readonly at: number; readonly share: number; readonly count: number } | undefined;
  let told = Number.NEGATIVE_INFINITY;
  let shows = false;
  const show = (text: string) => {
    shows = true;
    stream.write(`\r\u001b[K${text.slice(0, (stream.columns || 80) - 1)}`);
  };
  return {
    at(what, share, count, kind) {
      const now = clock();
      // What an earlier run has read says nothing of this one's rate.
      begun ??= { at: now, share, count };
      if (now - told < every) return;
      told = now;
      const seconds = (now - begun.at) / 1_000;
      const rate = seconds > 1 ? `, ${Math.round((count - begun.count) / seconds)}/s` : '';
      const gained = share - begun.share;
      const left =
        seconds > 3 && gained > 0
          ? `, ${duration(Math.ceil(((1 - share) / gained) * seconds) * 1_000)} left`
          : '';
      const full = Math.floor(share * barCells);
      const cells = `${'█'.repeat(full)}${'░'.repeat(barCells - full)}`;
      show(`${what} ${cells} ${Math.floor(share * 100)} %, ${count} ${kind}${rate}${left}`);
    },
    say: (what) => show(`${what} …`),
    end() {
      if (shows) stream.write('\r\u001b[K');
      shows = false;
    },
  };
}
