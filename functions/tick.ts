import { grouped } from '#lib/engine/group.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import type { TodoItem } from './items.ts';
import { todoRanges } from './keys.ts';
import type { Ports } from './ports.ts';
import { wireTick } from './wire/tick.ts';
import { wired } from './wire/wired.ts';

const longestWait: Millis = hour / 2;

/** Hints that are sent at the same time. */
const together = 10;

export type TickPorts = Pick<Ports, 'table' | 'evaluations' | 'deliveries' | 'clock' | 'log'>;

/** Every minute: wakes whatever is still on the list. What a lost hint costs is the wait until here. */
export function tick({ table, evaluations, deliveries, clock, log }: TickPorts): () => Promise<void> {
  return async () => {
    const rows = await Promise.all(todoRanges().map(({ pk, from, to }) => table.query(pk, from, to)));
    const now = clock.now();
    const todos = rows
      .flat()
      .filter(
        (item) =>
          item.kind === 'eval' || item.kind === 'time' || item.kind === 'send' || item.kind === 'digest',
      );
    const open = todos.filter((todo) => startOf(todo) <= now);
    const oldest = open.reduce((least, todo) => Math.min(least, startOf(todo)), now);
    log.count('OldestTodoSeconds', Math.round((now - oldest) / second));

    // Longest overdue first, and each put off as soon as it is hinted: a list too long for one turn is gone through in several.
    const wake = open.filter(({ hintAt }) => hintAt <= now).sort((a, b) => a.hintAt - b.hintAt);
    const calls = [...grouped(wake, nameOf).values()];
    let failure: PromiseRejectedResult | undefined;
    for (let from = 0; from < calls.length; from += together) {
      const some = calls.slice(from, from + together).map((same) => hint(same, now));
      failure ??= (await Promise.allSettled(some)).find(
        ({ status }) => status === 'rejected',
      ) as typeof failure;
    }
    // One queue that refuses does not keep the other from being hinted; that it refused is an error all the same.
    if (failure) throw failure.reason;
  };

  function wakeUp(todo: TodoItem): Promise<void> {
    switch (todo.kind) {
      case 'send':
        return deliveries.send({ cid: todo.cid, medium: todo.medium }, 0);
      case 'digest':
        return evaluations.send({ digest: todo.week }, 0);
      case 'eval':
      case 'time':
        return evaluations.send({ scope: todo.scope }, 0);
    }
  }

  /** One hint for rows that ask for the same. */
  async function hint(same: readonly TodoItem[], now: Millis): Promise<void> {
    const [todo] = same;
    if (todo) await wakeUp(todo);
    for (const each of same)
      await table.write({
        do: 'put',
        item: { ...each, hinted: each.hinted + 1, hintAt: now + waitAfter(each.hinted) },
        when: { is: 'token', token: each.token },
      });
  }
}

/** What a row asks for. */
function nameOf(todo: TodoItem): string {
  switch (todo.kind) {
    case 'send':
      return `send ${todo.medium} ${todo.cid}`;
    case 'digest':
      return `digest ${todo.week}`;
    case 'eval':
    case 'time':
      return `scope ${todo.scope}`;
  }
}

/** When a row became something to do. */
const startOf = (todo: TodoItem): Millis =>
  todo.kind === 'time' || todo.kind === 'digest' ? todo.due : todo.since;

const waitAfter = (hinted: number): Millis => Math.min(longestWait, minute * 2 ** Math.min(hinted, 10));

const ready = wired(wireTick, tick);
export const handler = (): Promise<void> => ready()();
