import type { Page } from '#lib/model/page.ts';
import type { LogRecord, Source } from '#lib/model/record.ts';
import { hour, type Millis, minute, observedTime, second } from '#lib/model/time.ts';
import { count } from '#lib/model/words.ts';
import { mayMatch, needlesOf, observer } from '#lib/pipeline.ts';
import { ownGroups, type Setup } from './config.ts';
import { evalKey, pageKey } from './keys.ts';
import type { EvalTodo, Item, PageItem, Ports } from './ports.ts';
import { bodiesOf } from './queue.ts';
import { decode, type Subscribed } from './subscription.ts';
import { wired } from './wire.ts';

/** A burst of lines comes in several deliveries: this much later they are judged together. */
const hintDelay: Millis = 20 * second;
const mostTries = 8;
const firstWait: Millis = 50;

type DatedPage = Page & { readonly minute: number };

/** Lines in, pages stored; then, and only then, the minutes that changed go on the to-do list. */
export function ingest(ports: Ports, setup: Setup): (event: unknown) => Promise<void> {
  const { table, evaluations, clock, log, newToken } = ports;
  const { catalogue, run, horizon, ttl } = setup;
  const eye = observer(catalogue);
  const sources = new Map(
    run.sources.map((source) => [source.name, { source, needles: needlesOf(catalogue, source.formats) }]),
  );
  const scopes = [...new Set(run.sources.map(({ scope }) => scope))];

  return async (event) => {
    for (const payload of payloadsOf(event)) {
      const decoded = decode(payload);
      if (decoded.kind === 'control') continue;
      if (decoded.kind === 'unreadable') {
        problem(1, `A delivery could not be read and its lines are lost: ${decoded.why}`);
        continue;
      }
      if (decoded.bad) problem(decoded.bad.events, decoded.bad.why);
      await take(decoded.batch);
    }
  };

  async function take(batch: Subscribed): Promise<void> {
    const { group, events } = batch;
    const known = sources.get(group);
    if (group.startsWith(ownGroups))
      return problem(
        events.length,
        `${group} is written by closecall itself and is never read: remove its subscription filter.`,
      );
    if (!known)
      return problem(
        events.length,
        `No source names ${group}, so its lines are left out: add it to the sources or remove its subscription filter.`,
      );
    const records = events
      .flatMap((event) => recordsOf(event, batch))
      .filter(({ text }) => mayMatch(text, known.needles));
    const pages = eye.observe(records, known.source).pages.filter(isDated);
    const fresh = pages.filter((page) => (page.minute + 1) * minute > clock.now() - horizon);
    log.count('Lines', events.length);
    log.count('Signals', signalsOf(fresh));
    if (fresh.length < pages.length) {
      const late = signalsOf(pages) - signalsOf(fresh);
      log.count('TooLate', late);
      log.warn(
        `${count(late, 'signal')} of ${group} came more than ${horizon / hour} h after the time in the line and will not be judged.`,
      );
    }
    await store(fresh);
    await announce(fresh, known.source);
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
    const readers = source.shared ? scopes : [source.scope];
    const minutes = [...new Set(pages.map((page) => page.minute))];
    for (const scope of readers) {
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

  function problem(events: number, sentence: string): void {
    log.count('Problems', events);
    log.warn(sentence);
  }
}

/** What failed before comes back from the retry queue, wrapped by Lambda: the event is in `requestPayload`. */
function payloadsOf(event: unknown): readonly unknown[] {
  const bodies = bodiesOf(event);
  return bodies?.map((body) => (body as { requestPayload?: unknown })?.requestPayload) ?? [event];
}

/** One record for each line of an event: an agent may send a block as one. */
function recordsOf(
  event: Subscribed['events'][number],
  { owner, stream, group }: Subscribed,
): readonly LogRecord[] {
  return event.message.split(/\r?\n/).flatMap((text, index) => {
    if (text === '') return [];
    const id = `${owner} ${stream} ${event.id}${index === 0 ? '' : ` ${index}`}`;
    return [{ id, source: group, text, observedAt: observedTime(event.timestamp) }];
  });
}

const isDated = (page: Page): page is DatedPage => page.minute !== null;
const signalsOf = (pages: readonly Page[]): number => pages.reduce((sum, { facts }) => sum + facts.length, 0);

const ready = wired(ingest);
export const handler = (event: unknown): Promise<void> => ready()(event);
