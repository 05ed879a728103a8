import { catalogue } from '#lib/catalogue/catalogue.ts';
import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { needlesOf } from '#lib/engine/match.ts';
import type { Observer } from '#lib/engine/observe.ts';
import { mainOf, sniff } from '#lib/engine/sniff.ts';
import type { Stretch } from '#lib/model/context.ts';
import { isNonEmpty } from '#lib/model/nonempty.ts';
import type { Page } from '#lib/model/page.ts';
import type { Role, Source } from '#lib/model/record.ts';
import type { Offset } from '#lib/model/time.ts';
import type { SourceRead } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';
import { anchorOf } from './anchor.ts';
import { type Draft, draftOf, type Sniffing, spokenZone, type Wishes, type Zone } from './draft.ts';
import { type Fold, fold, type Places } from './fold.ts';
import type { Input } from './inputs.ts';
import { sampleLines } from './lines.ts';
import { changesWithin } from './named-zone.ts';
import { spoken } from './problem.ts';
import { type Progress, silent } from './progress.ts';
import { pieceOf } from './rotation.ts';
import { zonesOf } from './zones.ts';

/** One file, understood: its entry, the pages of its signals, and what to say about it. */
export interface Gathered {
  readonly input: Input;
  readonly source: Source;
  /** Of all programs that speak in it. */
  readonly roles: ReadonlySet<Role>;
  readonly pages: readonly Page[];
  readonly signals: number;
  /** Lines with signals that `--since` and `--until` left out. */
  readonly outside: number;
  /** Lines with a time, or in more than plain words. */
  readonly telling: number;
  /** Its stamps have no year, and nothing in the run has one. */
  readonly yearless: boolean;
  readonly places: Places;
  /** Undefined where no line has a time. */
  readonly covers: Stretch | undefined;
  readonly read: SourceRead;
}

export interface Gathering {
  readonly files: readonly Gathered[];
  readonly warnings: readonly string[];
}

/** Sniffs every input, settles dates and zones over the whole run, and folds each file into pages. */
export async function gather(
  inputs: readonly Input[],
  wishes: Wishes,
  observer: Observer,
  progress: Progress = silent,
): Promise<Gathering> {
  const warnings: string[] = [];
  const sniffings: Sniffing[] = [];
  for (const input of inputs) {
    const sniffed = await heard(input, warnings, () =>
      sniff(
        sampleLines(input).map(({ text }) => text),
        catalogue,
      ),
    );
    if (sniffed) sniffings.push({ input, sniffed, piece: pieceOf(input.name) });
    else if (sniffed === undefined) warnings.push(`${input.name}: ${notText}`);
  }
  const anchor = anchorOf(sniffings);
  const drafts = new Map(sniffings.map((each) => [each, draftOf(each, sniffings, wishes, anchor)] as const));
  const folds = new Map<Sniffing, Fold>();
  const foldAs = async (sniffing: Sniffing, { source, readAs }: Draft, zone: Offset) => {
    const { input, sniffed } = sniffing;
    const asked = {
      input,
      source: { ...source, formats: readAs, zone },
      datable: sniffed.zoned.length + sniffed.zoneless.length + sniffed.partial.length > 0,
      since: wishes.since,
      until: wishes.until,
      delivered: wishes.asDelivered ? filterPattern(needlesOf(catalogue, source.formats)).needles : undefined,
    };
    const folded = await heard(input, warnings, () => fold(asked, observer, progress));
    if (folded) folds.set(sniffing, folded);
    else folds.delete(sniffing);
  };
  for (const [sniffing, draft] of drafts) await foldAs(sniffing, draft, draft.zone?.minutes ?? 0);
  const zones = zonesOf(drafts, folds);
  for (const [sniffing, draft] of drafts) {
    const folded = folds.get(sniffing);
    if (!folded) continue;
    const seen = withFormats(draft, folded);
    drafts.set(sniffing, seen);
    const zone = zones.get(sniffing)?.minutes ?? 0;
    const more = seen.source.formats.length > draft.source.formats.length;
    if ((more && wishes.asDelivered) || zone !== (draft.zone?.minutes ?? 0))
      await foldAs(sniffing, seen, zone);
  }
  progress.end();
  const files = [...drafts].flatMap(([sniffing, draft]): Gathered[] => {
    const folded = folds.get(sniffing);
    return folded ? [gathered(sniffing, draft, folded, zones.get(sniffing) ?? spokenZone(0, 'none'))] : [];
  });
  const changed = [...drafts].flatMap(([sniffing, draft]) => {
    const folded = folds.get(sniffing);
    return folded ? clockChange(draft, folded, wishes.zone) : [];
  });
  return { files, warnings: [...warnings, ...changed] };
}

const notText = 'no line of it is text (is it binary, or encrypted?); it was left out. Pass the log as text.';

/** What a file answers; null, and a warning, where it could not be read to its end. */
async function heard<T>(input: Input, warnings: string[], ask: () => T | Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    warnings.push(
      `${input.name} could not be read to its end: ${spoken(error)}. It was left out; try it again.`,
    );
    return null;
  }
}

/** The draft with the formats that the whole file turned out to have. */
function withFormats(draft: Draft, { leaves }: Fold): Draft {
  const { source } = draft;
  const formats = catalogue.formats
    .map(({ id }) => id)
    .filter((id) => source.formats.includes(id) || leaves.has(id));
  return isNonEmpty(formats) ? { ...draft, source: { ...source, formats } } : draft;
}

function gathered({ input, sniffed }: Sniffing, { source }: Draft, folded: Fold, zone: Zone): Gathered {
  const { leaves, whole, signals, outside, pages, places } = folded;
  const main = whole ? mainOf(leaves, sniffed.mistaken, catalogue) : undefined;
  const spoken = [...leaves.keys()].map((id) => catalogue.formats.find((format) => format.id === id)?.role);
  const { minutes, ...said } = zone;
  // Of a large file the sample was read as well.
  const sampled = whole ? { examined: 0, understood: 0, telling: 0 } : sniffed;
  return {
    input,
    source: { ...source, zone: said.how === 'in-line' ? 0 : minutes },
    covers:
      folded.first === null || folded.last === null ? undefined : { from: folded.first, to: folded.last },
    roles: new Set([source.role, ...sniffed.roles, ...spoken.filter((role) => role !== undefined)]),
    pages,
    signals,
    outside,
    telling: folded.telling + sampled.telling,
    yearless: source.anchor === undefined && sniffed.partial.some(({ lacks }) => lacks === 'year'),
    places,
    read: {
      origin: input.name,
      format: main ?? sniffed.main,
      role: source.role,
      lines: folded.lines,
      examined: folded.examined + sampled.examined,
      understood: folded.understood + sampled.understood,
      first: instant(folded.first),
      last: instant(folded.last),
      zone: said,
    },
  };
}

/** A named zone has one offset for a whole file: where summer time began or ended in it, a part of it is an hour off. */
function clockChange(
  { source, zone }: Draft,
  { first, last }: Fold,
  wished: string | undefined,
): readonly string[] {
  if (wished === undefined || zone?.how !== 'configured' || first === null || last === null) return [];
  return changesWithin(wished, first, last)
    ? [
        `${source.name}: the clocks of ${wished} were changed within it, and all of it was read as UTC${zone.offset}. Read the other part with its own offset in --tz, cut off with --since or --until.`,
      ]
    : [];
}
