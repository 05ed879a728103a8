import type { NearbyLine } from '#lib/model/context.ts';
import type { EventTime, Millis } from '#lib/model/time.ts';
import type { ContextLine, IncidentVerdict } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';
import { type Redaction, redactor, secretsIn } from './redact.ts';

const mostLines = 12;
const longestText = 2_000;
/** Where a secret is looked for before a text is cut. */
const longestLook = 20_000;

/**
 * The lines nearest to a moment, in the order of time, redacted and each short enough to be stored. `messages` are as
 * somebody printed them: a secret of several lines is known only while they are together.
 */
export function nearestTo(
  moment: EventTime,
  messages: readonly NearbyLine[],
  redaction: Redaction,
): readonly NearbyLine[] {
  const redact = redactor(redaction);
  const lines = nearest(moment, messages).flatMap((message) =>
    redact
      .text(message.text)
      .split(/\r?\n/)
      .filter((text) => text !== '')
      .map((text) => ({ ...message, text })),
  );
  return nearest(moment, lines).map((line) => ({ ...line, text: cut(line.text, redaction) }));
}

function nearest(moment: EventTime, lines: readonly NearbyLine[]): readonly NearbyLine[] {
  const distance = ({ at }: NearbyLine): Millis =>
    at === null ? Number.POSITIVE_INFINITY : Math.abs(at - moment);
  return [...lines.keys()]
    .sort((a, b) => distance(lines[a] as NearbyLine) - distance(lines[b] as NearbyLine) || a - b)
    .slice(0, mostLines)
    .sort((a, b) => a - b)
    .flatMap((index) => lines[index] ?? []);
}

/** Never inside a secret, nor inside what stands for one: half of it would not be known for what it is. */
function cut(text: string, redaction: Redaction): string {
  if (text.length <= longestText) return text;
  const secret = secretsIn(text.slice(0, longestLook), redaction).find(
    ({ start, end }) => start < longestText && end > longestText,
  );
  const shown = text.slice(0, secret?.start ?? longestText);
  return `${shown.replace(/\u2039[^\u203a]{0,40}$/, '')} …`;
}

/** Lines as they are shown beside a verdict: redacted, with placeholders that the verdict does not have yet. */
export function contextOf(
  lines: readonly NearbyLine[],
  incident: IncidentVerdict,
  redaction: Redaction,
): readonly ContextLine[] {
  const redact = redactor(redaction);
  const taken = new Map<string, number>();
  for (const [, kind = '', number] of JSON.stringify(incident).matchAll(placeholder))
    taken.set(kind, Math.max(taken.get(kind) ?? 0, Number(number)));
  const own = new Map<string, string>();
  const renamed = (known: string, kind: string): string => {
    const held = own.get(known);
    if (held !== undefined) return held;
    const number = (taken.get(kind) ?? 0) + 1;
    const made = `‹${kind} ${number}›`;
    taken.set(kind, number);
    own.set(known, made);
    return made;
  };
  return lines.map(({ source, line, at, text }) => ({
    origin: source,
    line,
    at: instant(at),
    text: redact.text(text).replace(placeholder, renamed),
  }));
}

// esbuild escapes strings, not patterns; with one other than ASCII V8 holds a whole bundle at two bytes a character.
const placeholder = /\u2039([a-z]+) (\d{1,9})\u203a/g;
