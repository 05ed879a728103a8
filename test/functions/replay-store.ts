import type { Clock, GroupFacts, LogAsk, LogStore, StoredEvent } from '#functions/ports.ts';
import { LogsRefused, type Refusal } from '#functions/replay/refusal.ts';

/** Time that passes only while somebody sleeps, for all who sleep at once. */
export function fakeClock(start = Date.UTC(2026, 10, 27)): Clock & { readonly slept: readonly number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms) {
      slept.push(ms);
      const until = now + ms;
      await new Promise<void>((resolve) => setImmediate(resolve));
      now = Math.max(now, until);
    },
  };
}

export interface Habits {
  /** Events a page. */
  readonly size?: number;
  /** After every so many pages one comes that is empty and has a token. */
  readonly emptyEvery?: number;
  /** Every so many calls one is refused. */
  readonly throttleEvery?: number;
  /** Events of a page are told backwards, and the page's last one again in the next. */
  readonly untidy?: boolean;
  /** The token of this page is no longer good, once. */
  readonly staleAt?: number;
  readonly facts?: Readonly<Record<string, GroupFacts>>;
  readonly refuses?: (ask: LogAsk, call: number) => Refusal | undefined;
  readonly region?: string;
}

export interface Asked extends LogStore {
  readonly asks: readonly LogAsk[];
}

const wordsOf = (pattern: string): readonly string[] | undefined =>
  pattern === '' || pattern === '""'
    ? undefined
    : [...pattern.matchAll(/\?"([^"]*)"/g)].map(([, word = '']) => word);

/** The log groups of a made-up account, with the habits that the real service has. */
export function madeUpLogs(
  groups: Readonly<Record<string, readonly StoredEvent[]>>,
  habits: Habits = {},
): Asked {
  const { size = 100, emptyEvery, throttleEvery, untidy, staleAt, facts, refuses, region } = habits;
  const asks: LogAsk[] = [];
  let stale = false;
  return {
    asks,
    region: async () => region ?? 'eu-west-1',
    describe: async (group) =>
      groups[group] && (facts?.[group] ?? { class: 'STANDARD', created: 0, retention: undefined }),
    async page(ask) {
      asks.push(ask);
      const refusal = refuses?.(ask, asks.length);
      if (refusal) throw new LogsRefused(refusal);
      if (throttleEvery && asks.length % throttleEvery === 0) throw new LogsRefused({ kind: 'throttled' });
      const held = groups[ask.group];
      if (!held) throw new LogsRefused({ kind: 'missing', group: ask.group });
      const [at = 0, page = 0] = (ask.next ?? '0 0').split(' ').map(Number);
      if (page === staleAt && !stale) {
        stale = true;
        throw new LogsRefused({ kind: 'stale-token', group: ask.group });
      }
      if (emptyEvery && page % emptyEvery === emptyEvery - 1)
        return { events: [], next: `${at} ${page + 1}` };
      const words = wordsOf(ask.pattern);
      const matching = held
        .filter(({ timestamp }) => timestamp >= ask.from && timestamp <= ask.to)
        .filter(({ message }) => words?.some((word) => message.includes(word)) ?? true);
      const end = at + Math.min(size, ask.limit ?? size);
      const events = matching.slice(untidy ? Math.max(0, at - 1) : at, end);
      return {
        events: untidy ? events.reverse() : events,
        ...(end < matching.length ? { next: `${end} ${page + 1}` } : {}),
      };
    },
  };
}

export const eventOf = (index: number, timestamp: number, message: string): StoredEvent => ({
  id: `id ${index}`,
  stream: 'web-1',
  timestamp,
  message,
});
