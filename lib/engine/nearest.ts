import type { NearbyLine } from '#lib/model/context.ts';
import type { EventTime, Millis } from '#lib/model/time.ts';
import type { ContextLine, IncidentVerdict } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';
import { redactor, secretsIn } from './redact.ts';

const mostLines = 12;
const longestText = 2_000;
/** Where a secret is looked for before a text is cut. */
const longestLook = 20_000;

/** The lines nearest to a moment, in the order of time, each short enough to be stored. */
export function nearestTo(moment: EventTime, lines: readonly NearbyLine[]): readonly NearbyLine[] {
  const distance = ({ at }: NearbyLine): Millis =>
    at === null ? Number.POSITIVE_INFINITY : Math.abs(at - moment);
  const nearest = [...lines.keys()]
    .sort((a, b) => distance(lines[a] as NearbyLine) - distance(lines[b] as NearbyLine) || a - b)
    .slice(0, mostLines);
  return nearest
    .sort((a, b) => a - b)
    .flatMap((index) => lines[index] ?? [])
    .map((line) => ({ ...line, text: cut(line.text) }));
}

/** Never inside a secret: half of one would not be known for what it is. */
function cut(text: string): string {
  if (text.length <= longestText) return text;
  const secret = secretsIn(text.slice(0, longestLook)).find(
    ({ start, end }) => start < longestText && end > longestText,
  );
  return `${text.slice(0, secret?.start ?? longestText)} …`;
}

/** Lines as they are shown beside a verdict: redacted, with placeholders that the verdict does not have yet. */
export function contextOf(lines: readonly NearbyLine[], incident: IncidentVerdict): readonly ContextLine[] {
  const redact = redactor();
  const taken = new Map<string, number>();
  for (const [, kind = '', number] of JSON.stringify(incident).matchAll(placeholder))
    taken.set(kind, Math.max(taken.get(kind) ?? 0, Number(number)));
  return lines.map(({ source, line, at, text }) => ({
    origin: source,
    line,
    at: instant(at),
    text: redact
      .text(text)
      .replace(
        placeholder,
        (_, kind: string, number: string) => `‹${kind} ${Number(number) + (taken.get(kind) ?? 0)}›`,
      ),
  }));
}

const placeholder = /‹([a-z]+) (\d{1,9})›/g;
