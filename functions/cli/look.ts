import process from 'node:process';
import type { Look } from '#lib/notifiers/terminal/pen.ts';

const widest = 120;
const narrowest = 60;

/** Colour only where a person looks at a terminal that has not asked for none (https://no-color.org). */
export function lookOf(stream: Pick<NodeJS.WriteStream, 'columns' | 'isTTY'>): Look {
  const wanted = process.env['FORCE_COLOR'] !== undefined && process.env['FORCE_COLOR'] !== '0';
  const refused = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return {
    width: Math.max(narrowest, Math.min(widest, stream.columns || 100)),
    colour: wanted || (stream.isTTY === true && !refused),
    unicode: !otherCharacters(),
  };
}

/** The locale names an encoding, and it is not UTF-8; where it names none, UTF-8 is what terminals have today. */
function otherCharacters(): boolean {
  const locale = process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || '';
  return /^(?:C|POSIX)$|\.(?!utf-?8)/i.test(locale);
}
