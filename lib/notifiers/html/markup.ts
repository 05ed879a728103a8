import { escaped } from '#lib/notifiers/terminal/cells.ts';

/** What may stand in a page as it is. Made by `markup` alone, so that nothing that strangers wrote gets in unescaped. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[] | undefined;

/** A template of HTML: what is put into it is text, unless it is markup. It is safe between quotes too. */
export const markup = (own: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  html: String.raw({ raw: own }, ...parts.map(htmlOf)),
});

export const nothing: Markup = { html: '' };
export const joined = (parts: readonly Markup[], between = ''): Markup => ({
  html: parts.map(({ html }) => html).join(between),
});

function htmlOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return safe(part);
  return 'html' in part ? part.html : joined(part).html;
}

/**
 * Controls, invisible and direction characters, blanks that are none, and the third of a pile of marks are shown as
 * escapes; letters that are read from the right keep their order and cannot turn what stands around them.
 */
const special = (() => {
  const hidden =
    '[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}]|(?! )\\p{Zs}|(?<=\\p{M}\\p{M})\\p{M}';
  const leftward = `(?:(?!${hidden})[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}])+`;
  return new RegExp(`[&<>"']|(?<hidden>(?:${hidden})+)|(?<leftward>${leftward}(?: ${leftward})*)`, 'gu');
})();

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const safe = (text: string): string =>
  text.replace(special, (found, hidden?: string, leftward?: string) => {
    if (hidden !== undefined) return `<i>${Array.from(hidden, escaped).join('')}</i>`;
    return leftward === undefined ? (entities[found] ?? '') : `<bdi>${leftward}</bdi>`;
  });

/** Text for an attribute or a title, where no element may stand. */
export const plain = (text: string): Markup => ({
  html: safe(text).replace(/<\/?(?:i|bdi)>/g, ''),
});
