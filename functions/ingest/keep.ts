import type { EvalTodo, Item, PageItem } from '#functions/items.ts';
import { evalKey, pageKey } from '#functions/keys.ts';
import type { Ports } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { grouped } from '#lib/engine/group.ts';
import { needlesOf } from '#lib/engine/match.ts';
import { observer } from '#lib/engine/observe.ts';
import { readersOf, scopesOf } from '#lib/engine/scope.ts';
import { anyOf } from '#lib/engine/sieve.ts';
import type { Lexicon } from '#lib/model/catalogue.ts';
import type { Page } from '#lib/model/page.ts';
import type { LogRecord, Source } from '#lib/model/record.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import { count } from '#lib/model/words.ts';

/** A burst of lines comes in several deliveries: this much later they are judged together. */
const hintDelay: Millis = 20 * second;
const mostTries = 8;
const firstWait: Millis = 50;
/** Keys of pages that this process remembers; about a megabyte. */
const mostRemembered = 10_000;

export type KeepPorts = Pick<Ports, 'table' | 'evaluations' | 'clock' | 'log' | 'newToken'>;
type DatedPage = Page & { readonly minute: number };

export interface Keeper {
  /**
   * Keeps what records of one source say. Records that are `repeated` by design make pages that were stored and
   * announced before: as long as this process lives it knows which. Throws where the table fails, and then all of them
   * must come again.
   */
  readonly keep: (records: readonly LogRecord[], source: Source, again?: 'repeated') => Promise<void>;
  /** Whether a text may hold a signal: cheap, and right about those that do not. */
  readonly mayTell: (text: string, source: Source) => boolean;
  /** How many signals there are in records. */
  readonly signalsIn: (records: readonly LogRecord[], source: Source) => number;
}

/** Lines in, pages stored; then, and only then, the minutes that changed go on the to-do list. */
export function keeper(ports: KeepPorts, { catalogue, run, horizon, ttl }: Setup<Lexicon>): Keeper {
  const { table, evaluations, clock, log, newToken } = ports;
  const eye = observer(catalogue, run.redaction);
  const needles = new Map(
    run.sources.map(({ name, formats }) => [name, anyOf(needlesOf(catalogue, formats))] as const),
  );
  const scopes = scopesOf(run.sources);
  const known = new Set<string>();

  return { keep, mayTell, signalsIn: (records, source) => signalsOf(pagesOf(records, source)) };

  async function keep(records: readonly LogRecord[], source: Source, again?: 'repeated'): Promise<void> {
    const pages = pagesOf(records, source)
      .filter(isDated)
      .filter((page) => again === undefined || !known.has(placeOf(page)));
    const fresh = pages.filter((page) => (page.minute + 1) * minute > clock.now() - horizon);
    log.count('Signals', signalsOf(fresh));
    if (fresh.length < pages.length) {
      const late = signalsOf(pages) - signalsOf(fresh);
      log.count('TooLate', late);
      log.warn(
        `${count(late, 'signal')} of ${source.name} came more than ${horizon / hour} h after the time in the line and will not be judged.`,
      );
    }
    await store(fresh);
    await announce(fresh, source);
    if (again === undefined) return;
    if (known.size > mostRemembered) known.clear();
    for (const page of pages) known.add(placeOf(page));
  }

  function mayTell(text: string, source: Source): boolean {
    return needles.get(source.name)?.(text) ?? false;
  }

  /** A line that makes a rule throw is left out, and the others are kept. */
  function pagesOf(records: readonly LogRecord[], source: Source): readonly Page[] {
    const telling = records.filter(({ text }) => mayTell(text, source));
    try {
      return eye.observe(telling, source).pages;
    } catch (error) {
      const good = telling.filter((record) => isReadable(record, source));
      const bad = telling.length - good.length;
      if (bad === 0) throw error;
      log.count('Problems', bad);
      // Not what the error says: it may quote the line.
      log.warn(
        `${count(bad, 'line')} of ${source.name} made a rule fail (${nameOf(error)}) and had to be left out; the others of the delivery are kept. Please report it with the line that closecall explain-line fails on.`,
      );
      return eye.observe(good, source).pages;
    }
  }

  function isReadable(record: LogRecord, source: Source): boolean {
    try {
      eye.observe([record], source);
      return true;
    } catch {
      return false;
    }
  }

  async function store(pages: readonly DatedPage[]): Promise<void> {
    let left: readonly Item[] = pages.map(
      (page): PageItem => ({ kind: 'page', ...pageKey(page), page, expires: expiryOf(page.minute) }),
    );
    for (let tries = 0; left.length > 0; tries++) {
      if (tries === mostTries) throw new Error(`${left.length} pages were not written in ${mostTries} tries`);
      if (tries > 0) await clock.sleep(firstWait * 2 ** tries);
      left = await table.batchPut(left);
    }
  }

  async function announce(pages: readonly DatedPage[], source: Source): Promise<void> {
    const touched = pages.flatMap((page) =>
      readersOf(page.scope, source, scopes).map((scope) => ({ scope, minute: page.minute })),
    );
    for (const [scope, places] of grouped(touched, (each) => each.scope)) {
      const minutes = [...new Set(places.map((place) => place.minute))];
      const before = await Promise.all(minutes.map((each) => table.put(todo(scope, each))));
      if (before.some((held) => held === undefined))
        await evaluations.send({ scope }, hintDelay).catch(() => undefined);
    }
  }

  function todo(scope: string, minuteOfEpoch: number): EvalTodo {
    const now = clock.now();
    return {
      kind: 'eval',
      ...evalKey(scope, minuteOfEpoch),
      scope,
      minute: minuteOfEpoch,
      token: newToken(),
      since: now,
      hintAt: now + hintDelay,
      hinted: 0,
      expires: expiryOf(minuteOfEpoch),
    };
  }

  function expiryOf(minuteOfEpoch: number): number {
    return (minuteOfEpoch * minute + ttl) / second;
  }
}

const placeOf = (page: DatedPage): string => {
  const { pk, sk } = pageKey(page);
  return `${pk} ${sk}`;
};
const isDated = (page: Page): page is DatedPage => page.minute !== null;
const signalsOf = (pages: readonly Page[]): number => pages.reduce((sum, { facts }) => sum + facts.length, 0);
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
