// biome-ignore lint/style/noRestrictedImports: types alone, of which nothing is left in the bundle
import type { KnownBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { Outbound, SlackText } from '#lib/model/alert.ts';
import { type Block, type Look, type Pen, penFor, proseWidth } from '#lib/notifiers/terminal/pen.ts';

type Message = Extract<Outbound, { readonly kind: 'slack' }>;

/** Of the thread, to see how it reads. */
const mostReplied = 30;

/**
 * A message and the one in its thread, as rows of text in a box that is open to the right; log lines are cut, and the end
 * of a long thread is left out and counted. It knows the blocks that lib/notifiers/slack.ts writes, and throws at any
 * other: a part that is missed without a word would be a lie.
 */
export function slackPreview({ thread, ...main }: Message, channel: string, look: Look): string {
  const frame = look.unicode === false ? ascii : lines;
  const width = Math.min(look.width, proseWidth);
  const bar = (depth: number) => `${frame.side} `.repeat(depth);
  const inside = (text: SlackText, depth: number): Block => {
    const pen = penFor({ ...look, width: width - bar(depth).length }, []);
    const rows = (text.blocks as readonly KnownBlock[]).flatMap((block) => drawn(block, pen));
    const left = rows.length - mostReplied;
    const shown =
      depth === 1 || left <= 0
        ? rows
        : [...rows.slice(0, mostReplied), pen.paint('dim', `(left out here: the other ${left} rows)`)];
    return shown.map((row) => `${pen.paint('gutter', bar(depth).trimEnd())} ${row}`);
  };
  const { paint } = penFor(look, []);
  const edge = (begin: string, title: string) => {
    const name = title === '' ? '' : ` ${title} `;
    return paint('gutter', `${begin}${frame.edge}${name}`.padEnd(width, frame.edge));
  };
  const reply = thread && [
    paint('gutter', frame.side),
    paint('gutter', `${frame.side} ${frame.begin}${frame.edge} in its thread `.padEnd(width, frame.edge)),
    ...inside(thread, 2),
    paint('gutter', `${frame.side} ${frame.end}${frame.edge.repeat(width - 3)}`),
  ];
  const rows = [edge(frame.begin, channel), ...inside(main, 1), ...(reply ?? []), edge(frame.end, '')];
  return `${rows.join('\n')}\n`;
}

const lines = { begin: '┌', end: '└', side: '│', edge: '─' } as const;
const ascii = { begin: '+', end: '+', side: '|', edge: '-' } as const;

function drawn(block: KnownBlock, pen: Pen): Block {
  switch (block.type) {
    case 'header':
      return pen.wrap(lit(block.text.text, pen), pen.room).map((row) => pen.paint('strong', row));
    case 'context': {
      const texts = block.elements.map((each) => {
        if (each.type === 'image') throw unknown('image');
        return each.type === 'mrkdwn' ? unmarked(each.text) : each.text;
      });
      return pen.wrap(texts.join(' · '), pen.room).map((row) => pen.paint('dim', row));
    }
    case 'rich_text':
      return block.elements.flatMap((each) => part(each, pen));
    default:
      throw unknown(block.type);
  }
}

const unknown = (type: string) => new Error(`no preview for a part of a Slack message of type ${type}`);

/** Where there are no pictures the state, which is said in the next row, does without its light. */
const lit = (text: string, pen: Pen): string =>
  pen.gap.shown === '…' ? text : text.replace(/^\p{Emoji_Presentation} /u, '');

/** Of `mrkdwn` we write nothing but a bold beginning and entities. */
const unmarked = (text: string): string =>
  text
    .replace(/^\*(.+)\*$/, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function part(element: RichTextBlockElement, pen: Pen): Block {
  switch (element.type) {
    case 'rich_text_section':
      return paragraph('', element.elements, pen);
    case 'rich_text_list':
      return element.elements.flatMap((item) => {
        if (item.type !== 'rich_text_section') throw unknown(item.type);
        return paragraph('- ', item.elements, pen);
      });
    case 'rich_text_preformatted':
      return element.elements
        .map(written)
        .join('')
        .split('\n')
        .map((line) => `    ${pen.cut(line, pen.room - 4)}`);
    case 'rich_text_quote':
      throw unknown(element.type);
  }
}

/** Bold is shown where it begins a paragraph, which is where we write it. */
function paragraph(first: string, elements: readonly RichTextElement[], pen: Pen): Block {
  const [row = '', ...rest] = pen.hang(first, elements.map(written).join(''));
  const [begin] = elements;
  const strong = begin?.type === 'text' && begin.style?.bold ? pen.clean(begin.text) : '';
  const start = first.length + strong.length;
  if (strong === '' || row.slice(first.length, start) !== strong) return [row, ...rest];
  return [`${first}${pen.paint('strong', strong)}${row.slice(start)}`, ...rest];
}

function written(element: RichTextElement): string {
  switch (element.type) {
    case 'text':
      return element.style?.code ? `\`${element.text}\`` : element.text;
    case 'link':
      return element.text === undefined ? element.url : `${element.text} (${element.url})`;
    default:
      throw unknown(element.type);
  }
}
