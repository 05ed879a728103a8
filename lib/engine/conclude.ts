import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Found, View } from '#lib/model/cause.ts';
import type { Context } from '#lib/model/context.ts';
import type { Close, Evidence } from '#lib/model/incident.ts';
import type { Finding, IncidentVerdict, Unexplained } from '#lib/model/verdict.ts';
import { clockTime, count, duration, instant, list } from '#lib/model/words.ts';
import { type Cite, citer, mostEvidence } from './cite.ts';
import type { Attributed, Classified } from './classify.ts';
import { absent, blindSpots, ruledOut } from './exclude.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { followedIn } from './follow.ts';
import { runbook } from './frame.ts';
import { grouped } from './group.ts';
import { momentsOf } from './moments.ts';
import { byTime, compare } from './order.ts';
import { type Redaction, type Redactor, redactor } from './redact.ts';
import { counted, mostSaid } from './standing.ts';
import { cleaned, tally } from './tally.ts';
import { triggerOf } from './trigger.ts';
import type { Case } from './weigh.ts';

const mostReasons = 4;

/** An incident's verdict in the published shape: evidence chosen, secrets taken out, runbook filled in. */
export function conclude(
  view: View,
  classified: Classified,
  evidence: Evidence,
  catalogue: Catalogue,
  context: Context,
  redaction?: Redaction,
): IncidentVerdict {
  const { incident } = view;
  const redact = redactor(redaction);
  const cite = citer(evidence, catalogue, redact, context);
  const found = classified.found.map((each) => ({ each, told: toldTo(each, view) }));
  const findings = found.map(({ each, told }) => ({
    ...findingOf(each, told, view, cite, redact),
    ...triggerOf(each.cause, told, catalogue, context, redact),
  }));
  const unexplained = unexplainedOf(classified, view, catalogue, cite, redact, nearby(context, view, redact));
  const leading = found[0];
  const upstreams = tally(incident.closes, ({ upstream }) => upstream);
  const routes = tally(incident.closes, ({ route }) => view.routeName(route));
  const because = findings[0]?.why ?? unexplainedSentence(incident.closes, unexplained);
  const out = ruledOut(
    classified,
    view,
    catalogue,
    unexplained?.candidates.map(({ cause }) => cause) ?? [],
    context,
  );
  return redacted(redact, {
    id: incident.id,
    service: incident.scope,
    start: instant(incident.from),
    end: instant(incident.to),
    closes: incident.closes.length,
    requests: new Set(incident.closes.map(({ request }) => request)).size,
    how: [...grouped(incident.closes, ({ phase, by }) => `${phase ?? 'unknown'} ${by}`)]
      .map(([, [first, ...rest]]) => ({
        phase: first.phase ?? 'unknown',
        by: first.by,
        closes: 1 + rest.length,
      }))
      .sort((a, b) => b.closes - a.closes || compare(`${a.phase} ${a.by}`, `${b.phase} ${b.by}`)),
    ...momentsOf([
      ...found.map(({ each, told }) => ({ cause: each.cause.id, closes: told.closes })),
      { cause: null, closes: classified.unexplained.map(({ close }) => close) },
    ]),
    findings,
    unexplained,
    ...followedIn(incident, classified.found),
    ruledOut: out,
    blindSpots: blindSpots(classified, view, catalogue, new Set(out.map(({ cause }) => cause))),
    runbook: runbook({
      view,
      closes: leading?.each.attributions.map(({ close }) => close) ?? incident.closes,
      found: leading?.told,
      because,
      routes: cleaned(routes, redact),
      upstreams,
      distance: leading && distanceSentence(leading.each, catalogue),
      answers: leading ? leading.each.cause.steps(leading.told) : {},
    }),
    fix: found.flatMap(({ each, told }) =>
      each.confidence === 'possible'
        ? []
        : each.cause.fixes(told).map((fix) => ({ cause: each.cause.id, ...fix })),
    ),
  });
}

/** Sentences are made of what lines said: routes, hosts, reasons. Lines themselves are redacted where they are cited. */
function redacted(redact: Redactor, verdict: IncidentVerdict): IncidentVerdict {
  const reasons = <T extends { readonly because: string }>(list: readonly T[]): readonly T[] =>
    list.map((each) => ({ ...each, because: redact.text(each.because) }));
  const { unexplained } = verdict;
  return {
    ...verdict,
    findings: verdict.findings.map((finding) => ({
      ...finding,
      why: redact.text(finding.why),
      against: finding.against.map(redact.text),
    })),
    unexplained: unexplained && { ...unexplained, candidates: reasons(unexplained.candidates) },
    ruledOut: reasons(verdict.ruledOut),
    runbook: verdict.runbook.map((step) => ({
      ...step,
      text: redact.text(step.text),
      ...(step.command === undefined ? {} : { command: redact.text(step.command) }),
    })),
    fix: reasons(verdict.fix).map((fix) => ({
      ...fix,
      where: redact.text(fix.where),
      diff: redact.text(fix.diff),
    })),
  };
}

function toldTo(found: Attributed, view: View): Found {
  const [first, ...rest] = found.attributions;
  return {
    closes: [first.close, ...rest.map(({ close }) => close)],
    clues: found.clues.map(({ fact }) => fact),
    seen: saidOf(found, ({ seen }) => seen.map(({ sentence }) => sentence)),
    view,
  };
}

/** What was true of a finding's closes, the most frequent first. */
function saidOf({ attributions }: Attributed, pick: (best: Case) => readonly string[]): readonly string[] {
  const sentences = function* () {
    for (const { best } of attributions) yield* pick(best);
  };
  return mostSaid(counted(sentences()), mostReasons);
}

function findingOf(found: Attributed, told: Found, view: View, cite: Cite, redact: Redactor): Finding {
  const closes = told.closes;
  const clues = cite(
    found.clues.map(({ fact }) => fact),
    mostEvidence - 3,
  );
  const symptoms = cite(
    closes.flatMap(({ lines }) => lines),
    mostEvidence - Math.min(clues.length, mostEvidence - 3),
  );
  return {
    ...fingerprintsOf(view, found.cause, closes, redact),
    cause: found.cause.id,
    family: found.cause.family,
    confidence: found.confidence,
    closes: closes.length,
    routes: cleaned(
      tally(closes, ({ route }) => view.routeName(route)),
      redact,
    ),
    upstreams: tally(closes, ({ upstream }) => upstream),
    why: found.confidence === 'possible' ? `Perhaps: ${found.cause.why(told)}` : found.cause.why(told),
    evidence: [...symptoms, ...clues].sort(
      (a, b) => compare(a.at ?? '', b.at ?? '') || compare(a.text, b.text),
    ),
    against: saidOf(found, ({ against }) => against),
  };
}

type Nearby = (closes: readonly Close[]) => Unexplained['nearest'];

const nearby =
  (context: Context, view: View, redact: Redactor): Nearby =>
  (closes) =>
    context
      .nearest(
        view.incident.scope,
        closes.flatMap(({ at }) => (at === null ? [] : [at])),
      )
      .map(({ source, line, at, text }) => ({
        origin: source,
        line,
        at: instant(at),
        text: redact.text(text),
      }));

function unexplainedOf(
  classified: Classified,
  view: View,
  catalogue: Catalogue,
  cite: Cite,
  redact: Redactor,
  nearest: Nearby,
): Unexplained | null {
  const { unexplained, standings } = classified;
  if (unexplained.length === 0) return null;
  const candidates = [...standings]
    .sort((a, b) => b.open - a.open || compare(a.cause.id, b.cause.id))
    .slice(0, 2);
  return {
    ...fingerprintsOf(
      view,
      undefined,
      unexplained.map(({ close }) => close),
      redact,
    ),
    closes: unexplained.length,
    lookedFor: catalogue.causes.map(({ means }) => means),
    candidates: candidates.map(({ cause, seen }) => ({
      cause: cause.id,
      because: mostSaid(seen, 1)[0] ?? `no line speaks for it, but it is common: ${cause.means}`,
    })),
    evidence: cite(unexplained.flatMap(({ close }) => close.lines)),
    nearest: nearest(unexplained.map(({ close }) => close)),
    missing: [
      ...new Set(
        candidates.flatMap(({ cause }) =>
          absent(cause, view).map(({ source, because }) => `${source}: ${because}`),
        ),
      ),
    ],
  };
}

const unexplainedSentence = (closes: readonly Close[], unexplained: Unexplained | null): string =>
  `Nothing in view explains ${count(closes.length, 'close')}${unexplained && unexplained.candidates.length > 0 ? `; the best candidates are ${list(unexplained.candidates.map(({ cause }) => cause))}` : ''}.`;

/** `0.4 s before the close at 12:00:05 stands the line that tells: gunicorn ended a worker …`. */
function distanceSentence(found: Attributed, catalogue: Catalogue): string | undefined {
  const strongest = [...found.clues].sort((a, b) => b.nats - a.nats || byTime(a.fact, b.fact))[0];
  const signature = catalogue.signatures.find(({ id }) => id === strongest?.fact.signature);
  if (strongest === undefined || !signature) return undefined;
  const { fact } = strongest;
  const near = found.attributions
    .filter(({ best }) => best.clues.some((clue) => clue.fact.id === fact.id))
    .map(({ close }) => ({ close, apart: (fact.at ?? 0) - (close.at ?? 0) }))
    .sort((a, b) => Math.abs(a.apart) - Math.abs(b.apart))[0];
  if (!near) return undefined;
  const { close, apart } = near;
  if (close.at === null || fact.at === null)
    return `The telling line has no time of its own; it is tied to the close by ${strongest.tie === 'pid' ? 'its process id' : 'standing in the same run'}: ${signature.means}`;
  const distance =
    Math.abs(apart) < Math.max(fact.resolution, close.resolution)
      ? 'Within the same second as'
      : `${duration(Math.abs(apart))} ${apart < 0 ? 'before' : 'after'}`;
  return `${distance} the close at ${clockTime(close.at)} stands the line that tells: ${signature.means}`;
}
