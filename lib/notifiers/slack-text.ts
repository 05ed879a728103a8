import type { RichTextBlockElement, RichTextElement, RichTextSection } from '@slack/types';
import { blank, type Cell, cellsOf, cutAround, shownOf } from './terminal/cells.ts';

// Inside rich text Slack reads neither marks nor mentions nor links, so what strangers wrote stands there as it is,
// only without the characters that nobody sees. https://docs.slack.dev/messaging/formatting-message-text

const gap: Cell = { ...blank, shown: '…' };

/** Without controls and invisible characters, at most `most` UTF-16 units. */
export function clean(text: string, most: number): string {
  const cells = cellsOf(text, true);
  if (lengthOf(cells) <= most) return shownOf(cells);
  let room = most - gap.shown.length;
  const end = cells.findIndex(({ shown }) => {
    room -= shown.length;
    return room < 0;
  });
  return shownOf([...cells.slice(0, end), gap]);
}

const lengthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { shown }) => sum + shown.length, 0);

/** A log line: its telling part with what fits around it, at most `most` columns. */
export function cleanLine(text: string, [from, to]: readonly [number, number], most: number): string {
  const telling = (cell: Cell) => cell.from < to && cell.to > from;
  return shownOf(cutAround(cellsOf(text.trimEnd(), true), telling, most, gap));
}

/** For `mrkdwn` and a message’s `text`; at most `most` with its entities. */
export function escapedTo(text: string, most: number): string {
  for (let room = most; ; room = Math.floor(room * 0.8)) {
    const written = escaped(clean(text, room));
    if (written.length <= most) return written;
  }
}

/** There `<` begins a mention or a link. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Slack refuses a message with an empty text in it. */
const filled = (text: string): string => (text === '' ? '–' : text);

export const say = (text: string): RichTextElement => ({ type: 'text', text: filled(text) });
export const strong = (text: string): RichTextElement => ({ type: 'text', text, style: { bold: true } });
export const code = (text: string): RichTextElement => ({
  type: 'text',
  text: filled(text),
  style: { code: true },
});

/** Of ours alone: `url` must not hold what strangers wrote. */
export const link = (url: string, text: string): RichTextElement => ({ type: 'link', url, text });

export const row = (...elements: RichTextElement[]): RichTextSection => ({
  type: 'rich_text_section',
  elements,
});

export const lines = (texts: readonly string[]): RichTextBlockElement => ({
  type: 'rich_text_preformatted',
  elements: [{ type: 'text', text: filled(texts.join('\n')) }],
});

export const bullets = (items: readonly RichTextSection[]): readonly RichTextBlockElement[] =>
  items.length > 0 ? [{ type: 'rich_text_list', style: 'bullet', elements: [...items] }] : [];
