import { type Look, penFor } from '#lib/notifiers/terminal/pen.ts';

const column = 11;

/** Rows of a word and a paragraph. */
export function rows(look: Look, pairs: readonly (readonly [string, string])[]): string {
  const pen = penFor(look, []);
  const wide = Math.max(column, ...pairs.map(([word]) => word.length + 2));
  return pairs
    .flatMap(([word, says]) => pen.hang(word.padEnd(wide), says))
    .map((row) => `${row}\n`)
    .join('');
}
