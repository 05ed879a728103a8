import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { type Millis, minute, second } from '#lib/model/time.ts';
import { asidesBetween } from './asides.ts';

/** Closes with no more than a breath between one and the next. */
export interface Run {
  readonly from: Millis;
  readonly to: Millis;
  readonly closes: number;
  readonly requests: number;
  readonly routes: ReadonlySet<string>;
  readonly upstreams: number;
  /** How far apart its requests had begun, though they ended together. */
  readonly spread: Millis;
  /** Connects that failed from its first close until half a minute after its last. */
  readonly refused: number;
}

/** A run this short, of several requests on several routes, is one event and not a rate. */
const burstSpan: Millis = 5 * second;
const breath: Millis = 2 * second;
const aftermath: Millis = 30 * second;

export const isDeath = (run: Run): boolean => isBurst(run) || run.refused > 0;

export const isBurst = ({ requests, routes, from, to }: Run): boolean =>
  requests >= 3 && routes.size >= 2 && to - from <= burstSpan;

export function runsOf(closes: readonly Close[], view: View): readonly Run[] {
  const runs: Run[] = [];
  let run: Close[] = [];
  const end = () => {
    const from = run[0]?.at;
    const to = run[run.length - 1]?.at;
    if (from === undefined || from === null || to === undefined || to === null) return;
    const upstreams = new Set(run.flatMap(({ upstream }) => (upstream === undefined ? [] : [upstream])));
    runs.push({
      from,
      to,
      closes: run.length,
      requests: new Set(run.map(({ request }) => request)).size,
      routes: new Set(run.flatMap(({ route }) => (route === undefined ? [] : [route]))),
      upstreams: upstreams.size,
      spread: spreadOf(run),
      refused: asidesBetween(view, 'connect-failed', upstreams, from, to + aftermath),
    });
  };
  for (const close of closes) {
    if (close.at === null) continue;
    const last = run[run.length - 1]?.at;
    if (last !== undefined && last !== null && close.at - last > breath) {
      end();
      run = [];
    }
    run.push(close);
  }
  end();
  return runs;
}

function spreadOf(run: readonly Close[]): Millis {
  const times = run.flatMap(({ elapsed }) => elapsed ?? []);
  return times.length < 2 ? 0 : Math.max(...times) - Math.min(...times);
}

/** Times that a whole process went. */
export interface Deaths {
  /** Several routes ended together, or connects failed next. */
  readonly deaths: number;
  /** Of two such times or more among several routes, the only route that was under way in every one. */
  readonly deadlyRoute: string | undefined;
}

export function deathsOf(runs: readonly Run[], routes: number): Deaths {
  const deaths = runs.filter(isDeath);
  const common = deaths.reduce<readonly string[]>(
    (kept, run) => kept.filter((route) => run.routes.has(route)),
    [...(deaths[0]?.routes ?? [])],
  );
  const deadly = deaths.length >= 2 && routes >= 2 && common.length === 1;
  return { deaths: deaths.length, deadlyRoute: deadly ? common[0] : undefined };
}

/** A deploy takes one upstream after the other; a fault comes back to the same ones. */
export function rollingOf(closes: readonly Close[]): number {
  const spans = new Map<string, { from: number; to: number; closes: number }>();
  for (const { at, upstream } of closes) {
    if (at === null || upstream === undefined) return 0;
    const span = spans.get(upstream) ?? { from: at, to: at, closes: 0 };
    spans.set(upstream, {
      from: Math.min(span.from, at),
      to: Math.max(span.to, at),
      closes: span.closes + 1,
    });
  }
  const turns = [...spans.values()].sort((a, b) => a.from - b.from);
  const inTurn = turns.every(
    ({ from, to, closes: hit }, index) =>
      hit >= 2 &&
      to - from <= aftermath &&
      from > (turns[index - 1]?.to ?? Number.NEGATIVE_INFINITY) + breath,
  );
  const whole = (turns[turns.length - 1]?.to ?? 0) - (turns[0]?.from ?? 0);
  return inTurn && turns.length >= 2 && whole <= 30 * minute ? turns.length : 0;
}

export function periodOf(runs: readonly Run[]): Millis | undefined {
  if (runs.length < 5) return undefined;
  const gaps = runs.slice(1).map(({ from }, index) => from - (runs[index]?.from ?? from));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  return spread <= mean * 0.2 ? mean : undefined;
}

/** The run that holds a moment. */
export function runAt(runs: readonly Run[], at: Millis): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && at <= run.to ? run : undefined;
}
