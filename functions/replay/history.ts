import type { Clock, LogAsk, LogStore, StoredEvent } from '#functions/ports.ts';
import type { Millis } from '#lib/model/time.ts';
import { passes, type Refusal, refusalOf } from './refusal.ts';
import { cut, lengthOf, type Slice } from './slices.ts';
import { turnstile } from './turnstile.ts';

/** What comes of reading the past, slice by slice. Slices overlap in time: nothing is told in order. */
export type Heard =
  | { readonly kind: 'events'; readonly slice: Slice; readonly events: readonly StoredEvent[] }
  /** The slice is complete. */
  | { readonly kind: 'done'; readonly slice: Slice }
  /** It is read anew, in smaller parts: what came of it counts for nothing. */
  | { readonly kind: 'again'; readonly slice: Slice };

export interface Advance {
  readonly events: number;
  readonly calls: number;
  readonly slices: { readonly done: number; readonly of: number };
  /** Milliseconds of log time that are read, over all groups. */
  readonly time: { readonly done: Millis; readonly of: Millis };
}

export interface Reading {
  /** In the grammar of subscription filters; '' for everything. */
  readonly patternOf: (group: string) => string;
  readonly clock: Clock;
  /** 0 to 1, for the jitter. */
  readonly random?: () => number;
  /** Calls a second; by default half of what the Region allows to all its users together. */
  readonly rate?: number;
  readonly progress?: (advance: Advance) => void;
  /** Once true, nothing more is asked and the reading ends, complete or not. */
  readonly isLate?: () => boolean;
}

/** Calls of FilterLogEvents a second: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const allowed: Readonly<Record<string, number>> = {
  'us-east-1': 25,
  'eu-central-1': 5,
  'ap-northeast-3': 5,
  'ap-southeast-3': 5,
  'ca-west-1': 5,
  'il-central-1': 5,
};
const allowedElsewhere = 10;

/** Half of the quota, so that whoever else reads logs in this account and Region can go on. */
export const politeRate = (region: string): number => (allowed[region] ?? allowedElsewhere) / 2;

const together = 8;
const backOff = { first: 500, most: 20_000, tries: 10, triesUnheard: 3 } as const;
/** A slice of more pages than this is cut, so that it ends within a sitting and several can read it. */
const mostPages = 50;
const mostParts = 32;
/** Ids that are remembered of one slice, at least: the most events that a page has. */
const idsKept = 10_000;

interface Reader {
  readonly slice: Slice;
  readonly isNew: (event: StoredEvent) => boolean;
  pages: number;
  latest: Millis;
  next?: string;
}
type Page = Awaited<ReturnType<LogStore['page']>>;
type Answer = { readonly page: Page } | { readonly error: unknown };

/**
 * Every event of the slices, each once, a page at a time: at most a page per reader is held. Throws `LogsRefused` when the
 * store does; throttling is waited for. Leaving the loop early leaves nothing running.
 */
export async function* history(
  logs: LogStore,
  slices: readonly Slice[],
  { patternOf, clock, random = Math.random, rate, progress, isLate = () => false }: Reading,
): AsyncGenerator<Heard> {
  const patience = patient(logs, clock, rate ?? politeRate(await logs.region()), random, isLate);
  const ask = (page: LogAsk) => {
    count.calls++;
    return patience.page(page);
  };
  const waiting = [...slices];
  const running = new Map<Reader, Promise<readonly [Reader, Answer]>>();
  const whole = slices.reduce((sum, slice) => sum + lengthOf(slice), 0);
  const count = { events: 0, calls: 0, done: 0, of: slices.length, time: 0 };
  const tell = () =>
    progress?.({
      events: count.events,
      calls: count.calls,
      slices: { done: count.done, of: count.of },
      time: { done: count.time, of: whole },
    });

  const read = (reader: Reader) => {
    const { group, from, to } = reader.slice;
    const asked = { group, pattern: patternOf(group), from, to };
    const answer = ask(reader.next === undefined ? asked : { ...asked, next: reader.next });
    // A failure is an answer too: nobody may be waiting for it any more.
    running.set(
      reader,
      answer.then(
        (page) => [reader, { page }] as const,
        (error: unknown) => [reader, { error }] as const,
      ),
    );
  };

  function* anew(reader: Reader, parts: number): Generator<Heard> {
    running.delete(reader);
    const pieces = cut(reader.slice, parts);
    waiting.unshift(...pieces);
    count.of += pieces.length - 1;
    yield { kind: 'again', slice: reader.slice };
  }

  tell();
  try {
    while (waiting.length + running.size > 0 && !isLate()) {
      for (let slice = waiting[0]; slice && running.size < together; slice = waiting[0]) {
        waiting.shift();
        read({ slice, isNew: noted(), pages: 0, latest: slice.from });
      }
      const [reader, answer] = await Promise.race(running.values());
      const { slice } = reader;
      if ('error' in answer) {
        if (refusalOf(answer.error)?.kind !== 'stale-token' || lengthOf(slice) === 1) throw answer.error;
        yield* anew(reader, 2);
        continue;
      }
      const { page } = answer;
      const events = page.events.filter(
        (event) => event.timestamp >= slice.from && event.timestamp <= slice.to && reader.isNew(event),
      );
      reader.pages++;
      reader.latest = events.reduce((latest, { timestamp }) => Math.max(latest, timestamp), reader.latest);
      if (page.next !== undefined && reader.pages >= mostPages && lengthOf(slice) > 1) {
        const share = (reader.latest - slice.from) / lengthOf(slice);
        yield* anew(reader, share > 0 ? Math.min(mostParts, Math.max(2, Math.ceil(1 / share))) : mostParts);
        continue;
      }
      if (page.next === undefined) running.delete(reader);
      else {
        reader.next = page.next;
        read(reader);
      }
      count.events += events.length;
      if (events.length > 0) yield { kind: 'events', slice, events };
      if (page.next === undefined) {
        count.done++;
        count.time += lengthOf(slice);
        yield { kind: 'done', slice };
      }
      tell();
    }
  } finally {
    patience.leave();
  }
}

export interface Patience {
  readonly page: LogStore['page'];
  /** Nobody waits for answers any more: what is still to be asked is not. */
  readonly leave: () => void;
}

/** The store, asked no more often than `rate` times a second, and again, ever later, where it had no time. */
export function patient(
  logs: LogStore,
  clock: Clock,
  rate: number,
  random: () => number = Math.random,
  isLate: () => boolean = () => false,
): Patience {
  const gate = turnstile(rate, clock);
  let left = false;
  let heard = false;
  // Whoever has never been heard is not behind a passing trouble.
  const triesFor = ({ kind }: Refusal): number =>
    kind === 'unreachable' && !heard ? backOff.triesUnheard : backOff.tries;
  return {
    leave() {
      left = true;
    },
    async page(ask) {
      for (let tries = 1; ; tries++) {
        await gate.pass();
        if (left) return { events: [] };
        try {
          const page = await logs.page(ask);
          heard = true;
          return page;
        } catch (error) {
          const refusal = refusalOf(error);
          if (!refusal || !passes(refusal) || tries >= triesFor(refusal) || isLate()) throw error;
          const wait = Math.min(backOff.most, backOff.first * 2 ** tries) * (0.5 + random() / 2);
          // The quota is everybody's: the other readers wait as well.
          gate.hold(wait);
          await clock.sleep(wait);
        }
      }
    },
  };
}

/** Whether an event is told for the first time, as far as its slice remembers: two generations of ids are kept. */
function noted(): (event: StoredEvent) => boolean {
  let young = new Set<string>();
  let old = new Set<string>();
  return ({ id, stream }) => {
    const key = `${stream} ${id}`;
    if (young.has(key) || old.has(key)) return false;
    if (young.size >= idsKept) [old, young] = [young, new Set()];
    young.add(key);
    return true;
  };
}
