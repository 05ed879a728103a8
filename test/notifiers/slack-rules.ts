import { expect } from 'vitest';
import type { Outbound, SlackText } from '#lib/model/alert.ts';
import { slackPage } from './slack-preview.ts';

type Message = Extract<Outbound, { kind: 'slack' }>;
interface Piece {
  readonly type: string;
  readonly text: string;
}

const partsOf = (message: Message): readonly SlackText[] => [
  message,
  ...(message.thread ? [message.thread] : []),
];

/** Every object of a message that has a type and a text of its own. */
export function piecesOf(value: unknown): readonly Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesOf);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as Partial<Piece>;
  const own = typeof type === 'string' && typeof text === 'string' ? [{ type, text }] : [];
  return [...own, ...Object.values(value).flatMap(piecesOf)];
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What people see of both messages. */
export const slackTexts = (message: Message): string =>
  partsOf(message)
    .flatMap(({ text, blocks }) => [
      unescaped(text),
      ...piecesOf(blocks).map((piece) => (piece.type === 'mrkdwn' ? unescaped(piece.text) : piece.text)),
    ])
    .join('\n');

/** https://docs.slack.dev/reference/block-kit/blocks */
export function expectSlackTaken(message: Message): void {
  for (const { text, blocks } of partsOf(message)) {
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(10_000);
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(4_000);
    for (const piece of piecesOf(blocks)) {
      expect(piece.text.length).toBeGreaterThan(0);
      expect(piece.text.length).toBeLessThanOrEqual(3_000);
    }
    const [header] = piecesOf(blocks.filter(({ type }) => type === 'header'));
    expect(header?.text.length ?? 0).toBeLessThanOrEqual(150);
    for (const [, url = ''] of JSON.stringify(blocks).matchAll(/"url":"([^"]*)"/g))
      expect(url.length).toBeLessThanOrEqual(3_000);
  }
}

/** No user, channel or broadcast among them; and links are to the console alone, or to Slack. */
const known = new Set([
  'header',
  'plain_text',
  'context',
  'mrkdwn',
  'rich_text',
  'rich_text_section',
  'rich_text_list',
  'rich_text_preformatted',
  'text',
  'link',
]);

export function expectSlackInert(message: Message): void {
  for (const { text: said, blocks } of partsOf(message)) {
    const json = JSON.stringify(blocks);
    expect([...json.matchAll(/"type":"(\w+)"/g)].filter(([, type = '']) => !known.has(type))).toEqual([]);
    for (const [, url = ''] of json.matchAll(/"url":"([^"]*)"/g))
      expect(url).toMatch(
        /^https:\/\/(?:[a-z0-9-]+\.console\.aws\.amazon\.com|shop\.slack\.com)\/[\w/?=#.:$*-]+$/,
      );
    for (const { type, text } of [{ type: 'mrkdwn', text: said }, ...piecesOf(blocks)]) {
      expect(text).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
      if (type === 'mrkdwn' || type === 'plain_text') expect(text).not.toMatch(/[<>]/);
      if (type === 'mrkdwn') expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
      // In blocks a mark is ours alone: the state, in bold.
      if (type === 'mrkdwn' && text !== said) expect(text).toMatch(/^\*[A-Z][\w ,-]*\*$/);
    }
    // Without this Slack looks for addresses and names in it.
    for (const { type, verbatim } of elementsOf(blocks)) if (type === 'mrkdwn') expect(verbatim).toBe(true);
  }
  expect(() => slackPage([message])).not.toThrow();
}

function elementsOf(value: unknown): readonly { readonly type?: unknown; readonly verbatim?: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(elementsOf)];
}
