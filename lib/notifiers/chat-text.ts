import { clean, cleanLine } from './slack-text.ts';

// The service hands its text to Slack, Teams or Chime, each of which reads marks of its own in it and makes links of
// addresses. So what strangers wrote loses what any of them reads: there is no way to say that it is to stand as it is.

/** A sentence in which nothing is a mark, a mention or a link. At most `most` UTF-16 units. */
export const plain = (text: string, most: number): string => clean(unmarked(text), most);

/** A line between fences, out of which it cannot break. */
export const fenced = (text: string, mark: readonly [number, number], most: number): string =>
  `\`\`\`\n${unlinked(cleanLine(text, mark, most)).replaceAll('`', '’')}\n\`\`\``;

/** An entity would be shown as it is written where the receiver knows none. */
const unlinked = (text: string): string =>
  text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('://', ':⁄⁄').replaceAll('@', '＠');

const unmarked = (text: string): string =>
  unlinked(text)
    .replaceAll('`', '’')
    .replaceAll('*', '∗')
    .replaceAll('~', '∼')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    // Between letters it marks nothing, and names are full of them.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '＿');
