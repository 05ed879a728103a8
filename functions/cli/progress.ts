import { size } from '#lib/model/words.ts';

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
