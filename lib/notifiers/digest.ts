import type { Digest, DigestRow, Outbound } from '#lib/model/alert.ts';
import { defaultScope } from '#lib/model/record.ts';
import { count } from '#lib/model/words.ts';
import { plain } from './chat-text.ts';
import { context, fits, header, richTexts } from './slack-blocks.ts';
import { bullets, clean, escapedTo, row, say, strong } from './slack-text.ts';
import { penFor } from './terminal/pen.ts';

/** The digest JSON, version 1: what machines get. Additions only. */
export const digestSchema = 'closecall/digest@1';

const digestText = (digest: Digest): string => JSON.stringify({ schema: digestSchema, ...digest });

const closesIn = (rows: readonly DigestRow[]): number => rows.reduce((sum, { closes }) => sum + closes, 0);

/** `closecall: 412 accepted closes, 2026-11-16 to 2026-11-22`. */
export const digestTitle = ({ from, to, rows }: Digest): string =>
  `closecall: ${count(closesIn(rows), 'accepted close')}, ${from} to ${to}`;

/** One sentence for each accepted fingerprint, what it is about first. */
export const digestLines = ({ rows }: Digest): readonly (readonly [what: string, told: string])[] =>
  rows.map((each) => [whatOf(each), toldOf(each)]);

function whatOf({ service, cause, closes, before }: DigestRow): string {
  const where = service === defaultScope ? '' : ` in ${service}`;
  return `${cause}${where}: ${count(closes, 'close')} (${before} the week before)`;
}

function toldOf({ closes, withheld, accepted, fingerprint }: DigestRow): string {
  const told = closes - withheld;
  const rest = told > 0 ? `${told} of them were told when they came, being too many; ` : '';
  const who = accepted
    ? `accepted by ${accepted.owner} until ${accepted.until} because ${accepted.because}`
    : 'not in the configuration any more, so it is told again from now on';
  return `${rest}${who} (${fingerprint})`;
}

/** The words with which it begins and ends. */
export const digestAbout = 'Withheld as the configuration asks; nothing here is new.';

type Letter = Extract<Outbound, { readonly kind: 'email' }>;
type Message = Extract<Outbound, { readonly kind: 'slack' }>;

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const longestSubject = 99;
const longestSentence = 600;
const pen = penFor({ width: 72, colour: false }, []);

export function digestLetter(digest: Digest): Letter {
  const blocks = [
    pen.hang('', digestAbout),
    ...digestLines(digest).map(([what, told]) => [...pen.hang('- ', what), ...pen.hang('  ', told)]),
    pen.hang('', `Message 1 of ${digest.conversation}.`),
  ];
  return {
    kind: 'email',
    subject: digestTitle(digest).slice(0, longestSubject),
    text: `${blocks.map((rows) => rows.join('\n')).join('\n\n')}\n`,
    json: digestText(digest),
  };
}

export const digestJson = (digest: Digest): Extract<Outbound, { readonly kind: 'json' }> => ({
  kind: 'json',
  key: digest.conversation,
  text: digestText(digest),
});

/** https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html: the limits of each part. */
const longestTitle = 250;
const longestDescription = 8_000;

export function digestChat(digest: Digest): Extract<Outbound, { readonly kind: 'chat' }> {
  const title = plain(digestTitle(digest), longestTitle);
  const rows = digestLines(digest).map((parts) => plain(parts.join(': '), longestSentence));
  const description = [digestAbout, ...rows].reduce((text, part) =>
    text.length + part.length + 1 > longestDescription ? text : `${text}\n${part}`,
  );
  return {
    kind: 'chat',
    text: JSON.stringify({
      version: '1.0',
      source: 'custom',
      id: digest.conversation,
      content: { textType: 'client-markdown', title, description },
      metadata: { threadId: digest.conversation, summary: title, eventType: 'closecall' },
    }),
  };
}

/** As many rows as Slack takes; the others are counted. */
export function digestMessage(digest: Digest): Message {
  const lines = digestLines(digest);
  const blocksOf = (shown: number) => [
    header(`⚪ ${digestTitle(digest)}`),
    context(digestAbout),
    ...richTexts(
      bullets(
        lines
          .slice(0, shown)
          .map(([what, told]) =>
            row(strong(clean(what, longestSentence)), say(` ${clean(told, longestSentence)}`)),
          ),
      ),
    ),
    ...(shown < lines.length ? [context(`And ${lines.length - shown} more, with fewer closes each.`)] : []),
  ];
  let shown = lines.length;
  while (shown > 0 && !fits(blocksOf(shown))) shown--;
  return {
    kind: 'slack',
    text: escapedTo(digestTitle(digest), longestSentence),
    blocks: blocksOf(shown),
  };
}
