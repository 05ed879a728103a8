import type {
  KnownBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextList,
  RichTextSection,
} from '@slack/types';
import type { Outbound } from '#lib/model/alert.ts';

type Message = Extract<Outbound, { readonly kind: 'slack' }>;

/**
 * The blocks that we use, as Slack's desktop client draws them: to look at, and to see that no text of a message is read
 * as markup. A kind of block that is not drawn here throws.
 */
export const slackPage = (messages: readonly Message[]): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slack</title><style>${style}</style>${messages
    .map(
      ({ blocks, thread }) =>
        `<main>${post(blocks)}${thread ? `<aside><p class="replies">1 reply</p>${post(thread.blocks)}</aside>` : ''}</main>`,
    )
    .join('')}</html>`;

const post = (blocks: readonly { readonly type: string }[]): string =>
  `<article><div class="face">cc</div><div><p class="who"><b>closecall</b> <small>APP</small> <time>3:14 AM</time></p>${(
    blocks as readonly KnownBlock[]
  )
    .map(drawn)
    .join('')}</div></article>`;

const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function drawn(block: KnownBlock): string {
  switch (block.type) {
    case 'header':
      return `<h3>${safe(block.text.text)}</h3>`;
    case 'context':
      return `<p class="context">${block.elements.map((each) => (each.type === 'mrkdwn' ? marked(each.text) : each.type === 'plain_text' ? safe(each.text) : '')).join(' · ')}</p>`;
    case 'rich_text':
      return block.elements.map(part).join('');
    default:
      throw new Error(`nobody draws ${block.type}`);
  }
}

/** `*bold*` is the only mark that we write into mrkdwn, and entities are what it escapes. */
const marked = (text: string): string => text.replace(/^\*(.+?)\*/, '<b>$1</b>');

function part(element: RichTextBlockElement): string {
  switch (element.type) {
    case 'rich_text_section':
      return section(element);
    case 'rich_text_preformatted':
      return `<pre>${element.elements.map(inline).join('')}</pre>`;
    case 'rich_text_list':
      return list(element);
    case 'rich_text_quote':
      throw new Error('nobody draws a quote');
  }
}

const section = ({ elements }: RichTextSection): string => `<p>${elements.map(inline).join('')}</p>`;
const list = ({ elements }: RichTextList): string =>
  `<ul>${elements.map((each) => `<li>${'elements' in each ? (each as RichTextSection).elements.map(inline).join('') : ''}</li>`).join('')}</ul>`;

function inline(element: RichTextElement): string {
  switch (element.type) {
    case 'text': {
      const { bold, code, italic } = element.style ?? {};
      const text = safe(element.text);
      if (code) return `<code>${text}</code>`;
      return bold ? `<b>${text}</b>` : italic ? `<i>${text}</i>` : text;
    }
    case 'link':
      return `<a href="${safe(element.url).replaceAll('"', '&quot;')}">${safe(element.text ?? element.url)}</a>`;
    default:
      throw new Error(`nobody draws ${element.type}`);
  }
}

const style = `
body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/1.466 Lato, "Noto Sans", "DejaVu Sans", sans-serif; width: 820px }
main { border-bottom: 1px solid #ddd; padding: 8px 20px }
article { display: grid; grid-template-columns: 36px 1fr; gap: 8px; padding: 8px 0 }
aside { margin-left: 44px; border-left: 2px solid #ddd; padding-left: 12px }
.face { width: 36px; height: 36px; border-radius: 4px; background: #4a154b; color: #fff; display: grid; place-items: center }
.who, .replies { margin: 0 } .who small { background: #eee; font-size: 10px; padding: 1px 3px; border-radius: 2px }
.who time { color: #616061; font-size: 12px } .replies { color: #1264a3; font-size: 13px }
h3 { font-size: 18px; margin: 4px 0 } p { margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere }
.context { color: #616061; font-size: 13px }
pre, code { font: 12px/1.5 "DejaVu Sans Mono", monospace; background: #f8f8f8; border: 1px solid #ddd; border-radius: 4px }
pre { padding: 8px; margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere } code { color: #e01e5a; padding: 1px 3px }
ul { margin: 4px 0; padding-left: 26px } a { color: #1264a3; text-decoration: none }
`;
