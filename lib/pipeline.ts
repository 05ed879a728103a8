import { undiagnosed } from '#lib/engine/bare.ts';
import { classify } from '#lib/engine/classify.ts';
import { conclude } from '#lib/engine/conclude.ts';
import { groupsOf } from '#lib/engine/fingerprint.ts';
import { defaultTiming, join, type Timing } from '#lib/engine/join.ts';
import type { Settings } from '#lib/engine/limits.ts';
import { lookalikeCounts } from '#lib/engine/lookalikes.ts';
import type { Times } from '#lib/engine/recheck.ts';
import { type Redaction, usualRedaction } from '#lib/engine/redact.ts';
import { pagesReadBy, scopesOf } from '#lib/engine/scope.ts';
import { merge } from '#lib/engine/summarise.ts';
import { viewOf } from '#lib/engine/view.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Cause } from '#lib/model/cause.ts';
import { type Context, noContext } from '#lib/model/context.ts';
import type { Close } from '#lib/model/incident.ts';
import type { Page } from '#lib/model/page.ts';
import type { Source } from '#lib/model/record.ts';
import {
  type IncidentVerdict,
  type LookalikeCount,
  type Verdict,
  verdictSchema,
} from '#lib/model/verdict.ts';

/**
 * The product on one page.
 *
 *   LogRecord ─read─▶ LogEvent ─match─▶ Signal ─summarise─▶ Page        `engine/observe.ts`, as records come in
 *   Page ─join─▶ Incident ─classify─▶ Verdict                           `judge`, whenever a page is new
 *
 * Files, CloudWatch events and history differ in who hands in records and who keeps pages; the road is this one.
 */

/** What holds for a whole run, whichever way in: the sources in view, what is known of settings, the timing, what is secret. */
export interface Run {
  readonly sources: readonly Source[];
  readonly settings: Settings;
  readonly timing: Timing;
  /** What is taken out of the lines that are shown, besides what always is. */
  readonly redaction: Redaction;
}

export const runOf = (
  sources: readonly Source[],
  settings: Settings = {},
  timing = defaultTiming,
  redaction = usualRedaction,
): Run => ({ sources, settings, timing, redaction });

export interface Judged {
  readonly incidents: readonly IncidentVerdict[];
  readonly lookalikes: readonly LookalikeCount[];
  /** Incidents whose diagnosis threw: their verdict says no more than that, and the others go on. */
  readonly undiagnosed: readonly { readonly id: string; readonly why: string }[];
}

/** The incidents of one scope from the pages of that scope and of the shared ones that it reads; others are passed over. */
export function judge(
  pages: readonly Page[],
  scope: string,
  run: Run,
  catalogue: Catalogue,
  context: Context = noContext,
): Judged {
  const readable = new Set(pagesReadBy(scope, run.sources));
  const evidence = merge(pages.filter((page) => readable.has(page.scope)));
  const joined = join(evidence, scope, run.sources, catalogue, run.timing);
  const failed: { readonly id: string; readonly why: string }[] = [];
  const incidents = joined.incidents.map((incident) => {
    try {
      const view = viewOf(incident, evidence, run.sources, run.settings, catalogue);
      return conclude(view, classify(view, catalogue), evidence, catalogue, context, run.redaction);
    } catch (error) {
      failed.push({ id: incident.id, why: error instanceof Error ? error.message : String(error) });
      return undiagnosed(incident);
    }
  });
  return {
    incidents,
    lookalikes: lookalikeCounts(joined.lookalikes, evidence, catalogue, run.redaction),
    undiagnosed: failed,
  };
}

/** The closes of a scope by fingerprint: what closed, or `unexplained`, and when. What cannot be diagnosed is left out. */
export function timesOf(
  pages: readonly Page[],
  scope: string,
  run: Run,
  catalogue: Catalogue,
): ReadonlyMap<string, Times> {
  const readable = new Set(pagesReadBy(scope, run.sources));
  const evidence = merge(pages.filter((page) => readable.has(page.scope)));
  const times = new Map<string, Times>();
  const add = (cause: Cause | undefined, closes: readonly Close[]): void => {
    for (const group of groupsOf(scope, cause, closes)) {
      const known = group.closes.flatMap(({ at }) => at ?? []);
      const at = [...(times.get(group.fingerprint)?.at ?? []), ...known];
      times.set(group.fingerprint, { cause: cause?.id ?? 'unexplained', at });
    }
  };
  for (const incident of join(evidence, scope, run.sources, catalogue, run.timing).incidents)
    try {
      const view = viewOf(incident, evidence, run.sources, run.settings, catalogue);
      const { found, unexplained } = classify(view, catalogue);
      for (const { cause, attributions } of found)
        add(
          cause,
          attributions.map(({ close }) => close),
        );
      add(
        undefined,
        unexplained.map(({ close }) => close),
      );
    } catch {
      // `judge` says so where it matters.
    }
  return times;
}

export interface WholeRun {
  readonly pages: readonly Page[];
  readonly run: Run;
  readonly context?: Context;
  readonly version: string;
  /** What to say of the input, given how much was found in it. */
  readonly read: (found: Verdict['summary']) => Verdict['read'];
}

/** The verdict JSON over everything that was asked for at once: files, or a stretch of the past. */
export function verdictOf({ pages, run, context, version, read }: WholeRun, catalogue: Catalogue): Verdict {
  const judged = scopesOf(run.sources).map((scope) => judge(pages, scope, run, catalogue, context));
  const incidents = judged.flatMap((each) => each.incidents);
  const lookalikes = judged.flatMap((each) => each.lookalikes);
  const closes = incidents.reduce((sum, incident) => sum + incident.closes, 0);
  const unexplained = incidents.reduce((sum, incident) => sum + (incident.unexplained?.closes ?? 0), 0);
  const seen = lookalikes.reduce((sum, each) => sum + each.count, 0);
  const summary = { closes, explained: closes - unexplained, unexplained, lookalikes: seen };
  return {
    schema: verdictSchema,
    tool: { name: 'closecall', version },
    read: read(summary),
    incidents,
    lookalikes,
    summary,
  };
}
