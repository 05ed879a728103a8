import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import { todoRanges } from './keys.ts';
import type { Ports, TodoItem } from './ports.ts';
import { wired } from './wire.ts';

const longestWait: Millis = hour / 2;

/** Every minute: wakes whatever is still on the list. What a lost hint costs is the wait until here. */
export function tick({ table, evaluations, deliveries, clock, log }: Ports): () => Promise<void> {
  return async () => {
    const rows = await Promise.all(todoRanges().map(({ pk, from, to }) => table.query(pk, from, to)));
    const now = clock.now();
    const todos = rows
      .flat()
      .filter((item) => item.kind === 'eval' || item.kind === 'time' || item.kind === 'send');
    const open = todos.filter((todo) => startOf(todo) <= now);
    const oldest = open.reduce((least, todo) => Math.min(least, startOf(todo)), now);
    log.count('OldestTodoSeconds', Math.round((now - oldest) / second));

    const wake = open.filter(({ hintAt }) => hintAt <= now);
    const scopes = new Set(wake.flatMap((todo) => (todo.kind === 'send' ? [] : [todo.scope])));
    for (const scope of scopes) await evaluations.send({ scope }, 0);
    for (const todo of wake)
      if (todo.kind === 'send') await deliveries.send({ cid: todo.cid, medium: todo.medium }, 0);
    for (const todo of wake)
      await table.write({
        do: 'put',
        item: { ...todo, hinted: todo.hinted + 1, hintAt: now + waitAfter(todo.hinted) },
        when: { is: 'token', token: todo.token },
      });
  };
}

/** When a row became something to do. */
const startOf = (todo: TodoItem): Millis => (todo.kind === 'time' ? todo.due : todo.since);

const waitAfter = (hinted: number): Millis => Math.min(longestWait, minute * 2 ** Math.min(hinted, 10));

const ready = wired(tick);
export const handler = (): Promise<void> => ready()();
