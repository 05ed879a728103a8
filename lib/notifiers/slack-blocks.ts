import type { KnownBlock, RichTextBlockElement } from '@slack/types';
import { clean } from './slack-text.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
const longestHeader = 150;

export const header = (text: string): KnownBlock => ({
  type: 'header',
  text: plain(text, longestHeader),
});

/** Nothing in it is read as a mark; what Slack does with `<` there is not documented. */
const plain = (text: string, most: number) =>
  ({ type: 'plain_text', text: clean(text.replace(/[<>]/g, ' '), most), emoji: false }) as const;

const longestAside = 900;

/** A small line; `state`, which is ours, stands out. */
export const aside = (text: string, state?: string): KnownBlock => ({
  type: 'context',
  elements: [
    ...(state === undefined ? [] : [{ type: 'mrkdwn', text: `*${state}*`, verbatim: true } as const]),
    ...(text === '' ? [] : [plain(text, longestAside)]),
  ],
});

/** `text` is escaped already. */
export const context = (text: string): KnownBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text, verbatim: true }],
});

export const richTexts = (elements: readonly RichTextBlockElement[]): readonly KnownBlock[] =>
  elements.length > 0 ? [{ type: 'rich_text', elements: [...elements] }] : [];

/** https://github.com/slackapi/bolt-js/issues/2509: a message of more than about 13,200 is refused. */
const mostJson = 10_000;
const mostBlocks = 50;
/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
const longestPart = 3_000;

export function fits(blocks: readonly KnownBlock[]): boolean {
  const json = JSON.stringify(blocks);
  const texts = [...json.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)];
  return (
    json.length <= mostJson &&
    blocks.length <= mostBlocks &&
    texts.every(([, text = '']) => text.length <= longestPart)
  );
}
