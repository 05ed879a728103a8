import type { Digest, DigestRow, Outbound } from '#lib/model/alert.ts';
import { defaultScope } from '#lib/model/record.ts';
import { count } from '#lib/model/words.ts';
import { bytesOf } from './bytes.ts';
import { plain } from './chat-text.ts';
import { context, fits, header, richTexts } from './slack-blocks.ts';
import { bullets, clean, escapedTo, row, say, strong } from './slack-text.ts';
import { penFor } from './terminal/pen.ts';

/** The digest JSON, version 1: what machines get. Additions only. */
export const digestSchema = 'closecall/digest@1';

/** What SNS takes besides the letter: there it is a text in another JSON. */
const mostBytes = 160_000;

/** With as many rows as SNS takes. */
function digestText(digest: Digest): string {
  for (let kept = digest.rows.length; ; kept = Math.floor(kept * 0.8)) {
    const left = digest.rows.length - kept;
    const json = JSON.stringify({
      schema: digestSchema,
      ...digest,
      rows: digest.rows.slice(0, kept),
      ...(left > 0 ? { left } : {}),
    });
    if (kept === 0 || bytesOf(JSON.stringify(json)) <= mostBytes) return json;
  }
}

/** `closecall: 412 accepted closes withheld, 2026-11-16 to 2026-11-22`. */
export function digestTitle({ from, to, rows }: Digest): string {
  const withheld = rows.reduce((sum, each) => sum + each.withheld, 0);
  return `closecall: ${count(withheld, 'accepted close')} withheld, ${from} to ${to}`;
}

/** One sentence for each accepted fingerprint, what it is about first. */
export const digestLines = ({ rows, to }: Digest): readonly (readonly [what: string, told: string])[] =>
  rows.map((each) => [whatOf(each), toldOf(each, to)]);

function whatOf({ service, cause, route, closes, withheld, before }: DigestRow): string {
  const path = route === undefined ? '' : ` on ${route}`;
  const where = service === defaultScope ? '' : ` in ${service}`;
  const many =
    withheld < closes
      ? `${withheld} of ${count(closes, 'close')} withheld`
      : `${count(closes, 'close')}, all withheld`;
  return `${cause}${path}${where}: ${many} (the week before: ${count(before, 'close')})`;
}

/** Why the others were told, and whether it goes on. */
function toldOf(
  { closes, withheld, doubled, expired, accepted, fingerprint }: DigestRow,
  to: string,
): string {
  const others = closes - withheld - doubled - expired;
  const rest = [
    ...(doubled > 0 ? [`${doubled} told because a day had more than twice the usual number`] : []),
    ...(expired > 0 ? [`${expired} told because the last day had passed`] : []),
    ...(others > 0 ? [`${others} told because it was not accepted then`] : []),
  ];
  return `${[...rest, acceptance(accepted, to)].join('; ')} (${fingerprint})`;
}

/** The digest is written after the week, so what ended in it has ended. */
function acceptance(accepted: DigestRow['accepted'], to: string): string {
  if (!accepted) return 'not in the configuration any more, so it is told again';
  const { owner, until, because } = accepted;
  return until <= to
    ? `was accepted by ${owner} until ${until} because ${because}; that day has passed, so it is told again`
    : `accepted by ${owner} until ${until} because ${because}`;
}

/** The words with which it begins and ends. */
export const digestAbout = 'Not told when they came, because the configuration accepts them.';

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
    ...(shown < lines.length
      ? [context(`And ${lines.length - shown} more, of which less was withheld.`)]
      : []),
  ];
  let shown = lines.length;
  while (shown > 0 && !fits(blocksOf(shown))) shown--;
  return {
    kind: 'slack',
    text: escapedTo(digestTitle(digest), longestSentence),
    blocks: blocksOf(shown),
  };
}
