import type { Catalogue } from '#lib/model/catalogue.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Source } from '#lib/model/record.ts';
import { list } from '#lib/model/words.ts';
import { patternOf } from './pattern-of.ts';

/** That every line of a log group comes to closecall and is paid for, and what can be done about it. Sentences. */
export type EveryLine =
  | { readonly kind: 'avoidable'; readonly says: string; readonly todo: string }
  | { readonly kind: 'inevitable'; readonly says: string };

/** Undefined where the filter pattern holds lines back. */
export function everyLine(source: Source, catalogue: Catalogue): EveryLine | undefined {
  const { formats, role, open } = source;
  const { pattern, note = '' } = patternOf(formats, catalogue);
  if (pattern !== '""') return undefined;
  const says = `No filter pattern holds lines of it back, so every one comes to closecall and is paid for (${note}).`;
  const wide = formats.filter((format) => isWide([format], catalogue));
  if (open) {
    const among = wide.length > 0 ? ` That does not help where one of them is ${list(wide)}.` : '';
    return {
      kind: 'avoidable',
      says,
      todo: `Its source names no formats, so those of every ${role} are looked for: name its own, for example "formats": ["${exampleOf(role)}"].${among}`,
    };
  }
  if (wide.length > 0)
    return {
      kind: 'inevitable',
      says: `${says} That lies in ${list(wide)}: naming other formats beside it changes nothing.`,
    };
  return {
    kind: 'avoidable',
    says,
    todo: 'Name fewer formats on its source: only those that are really in it.',
  };
}

/** What programs may write in it takes more words than a pattern holds. */
const isWide = (formats: NonEmpty<string>, catalogue: Catalogue): boolean => {
  const { pattern, needles } = patternOf(formats, catalogue);
  return pattern === '""' && needles.length > 0;
};

function exampleOf(role: Source['role']): string {
  switch (role) {
    case 'proxy':
      return 'nginx-error';
    case 'backend':
      return 'gunicorn';
    case 'platform':
      return 'kernel';
  }
}
