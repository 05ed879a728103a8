import { undiagnosed } from '#lib/engine/bare.ts';
import { classify } from '#lib/engine/classify.ts';
import { conclude, lookalikeCounts } from '#lib/engine/conclude.ts';
import { defaultTiming, join, type Timing } from '#lib/engine/join.ts';
import type { Settings } from '#lib/engine/limits.ts';
import { matcher, mayMatch } from '#lib/engine/match.ts';
import { reader } from '#lib/engine/read.ts';
import { merge, summarise } from '#lib/engine/summarise.ts';
import { viewOf } from '#lib/engine/view.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import { type Context, noContext } from '#lib/model/context.ts';
import type { LogEvent } from '#lib/model/event.ts';
import type { Page } from '#lib/model/page.ts';
import type { LogRecord, Source } from '#lib/model/record.ts';
import type { Signal } from '#lib/model/signal.ts';
import type { IncidentVerdict, LookalikeCount } from '#lib/model/verdict.ts';

/**
 * The product on one page.
 *
 *   LogRecord ─read─▶ LogEvent ─match─▶ Signal ─summarise─▶ Page        `observe`, as records come in
 *   Page ─join─▶ Incident ─classify─▶ Verdict                           `judge`, whenever a page is new
 *
 * Files, CloudWatch events and history differ in who hands in records and who keeps pages; the road is this one.
 */

/** What holds for a whole run, whichever way in: the sources in view, what is known of settings, the timing. */
export interface Run {
  readonly sources: readonly Source[];
  readonly settings: Settings;
  readonly timing: Timing;
}

export const runOf = (sources: readonly Source[], settings: Settings = {}, timing = defaultTiming): Run => ({
  sources,
  settings,
  timing,
});

export interface Observed {
  readonly pages: readonly Page[];
  /** Records that some format of their source could read. */
  readonly understood: number;
}

export interface Observer {
  /** Undefined for a line that none of its source's formats knows. */
  readonly read: (record: LogRecord, source: Source) => LogEvent | undefined;
  readonly match: (event: LogEvent) => readonly Signal[];
  /** Pages of the records of one source. */
  readonly observe: (records: Iterable<LogRecord>, source: Source) => Observed;
}

export function observer(catalogue: Catalogue): Observer {
  const read = reader(catalogue);
  const match = matcher(catalogue);
  return {
    read,
    match,
    observe(records, source) {
      const signals: Signal[] = [];
      let understood = 0;
      for (const record of records) {
        const event = read(record, source);
        if (!event) continue;
        understood++;
        signals.push(...match(event));
      }
      return { pages: summarise(signals, source.scope, catalogue.version), understood };
    },
  };
}

export interface Judged {
  readonly incidents: readonly IncidentVerdict[];
  readonly lookalikes: readonly LookalikeCount[];
  /** Incidents whose diagnosis threw: their verdict says no more than that, and the others go on. */
  readonly undiagnosed: readonly { readonly id: string; readonly why: string }[];
}

/** The incidents of one scope from pages of that scope and of the shared ones that it reads. */
export function judge(
  pages: readonly Page[],
  scope: string,
  run: Run,
  catalogue: Catalogue,
  context: Context = noContext,
): Judged {
  const evidence = merge(pages);
  const joined = join(evidence, scope, run.sources, catalogue, run.timing);
  const failed: { readonly id: string; readonly why: string }[] = [];
  const incidents = joined.incidents.map((incident) => {
    try {
      const view = viewOf(incident, evidence, run.sources, run.settings, catalogue);
      return conclude(view, classify(view, catalogue), evidence, catalogue, context);
    } catch (error) {
      failed.push({ id: incident.id, why: error instanceof Error ? error.message : String(error) });
      return undiagnosed(incident);
    }
  });
  return {
    incidents,
    lookalikes: lookalikeCounts(joined.lookalikes, evidence, catalogue),
    undiagnosed: failed,
  };
}

/** Every needle of the signatures that a source in these formats can show: the prefilter, and the CloudWatch pattern. */
export function needlesOf(catalogue: Catalogue, formats: readonly string[]): readonly string[] {
  const relevant = catalogue.signatures.filter((signature) =>
    signature.formats.some((id) => formats.includes(id)),
  );
  return [...new Set(relevant.flatMap(({ needles }) => needles))].sort();
}

export { mayMatch };
