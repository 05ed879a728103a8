import { compose } from '#lib/engine/compose.ts';
import { next, type Revision, type Turn, type Window } from '#lib/engine/next.ts';
import { type Stretch, touches } from '#lib/engine/windows.ts';
import type { Alert } from '#lib/model/alert.ts';
import { day, minute, second } from '#lib/model/time.ts';
import { judge } from '#lib/pipeline.ts';
import type { Setup } from './config.ts';
import { alertKey, evalRange, sendKey, stateKey, timeKey } from './keys.ts';
import type { EvalTodo, Ports, StateItem, TimeTodo, Write } from './ports.ts';
import { bodiesOf } from './queue.ts';
import { type Sight, seedsOf, sightOf, widthOf } from './sight.ts';
import { wired } from './wire.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const mostWrites = 100;
const mostConversations = 30;
const mostStretches = 30;
const mostTries = 5;
const alertsKept = 30 * day;

/** Judges what is new in a scope and publishes what follows, all of it or nothing. */
export function evaluate(ports: Ports, setup: Setup): (scope: string) => Promise<void> {
  const { table, deliveries, clock, log } = ports;
  const { catalogue, run, pace, media, horizon } = setup;
  const width = widthOf(setup);
  // Each conversation takes an alert and a send for each medium; the state and the next time take one each.
  const most = Math.min(mostConversations, Math.floor((mostWrites - 2) / (1 + media.length)));

  return async (scope) => {
    for (let tries = 0; tries < mostTries; tries++) {
      if (await turn(scope)) return;
      log.count('Conflicts', 1);
    }
    throw new Error(
      `${scope} was changed by others ${mostTries} times while it was being judged; tick will ask again`,
    );
  };

  /** False when somebody else was faster, and nothing was written. */
  async function turn(scope: string): Promise<boolean> {
    // This order is what makes it right: tokens, then state, then pages.
    const range = evalRange(scope);
    const dirty = (await table.query(range.pk, range.from, range.to)).filter((item) => item.kind === 'eval');
    const time = (await table.get(timeKey(scope))) as TimeTodo | undefined;
    const state = (await table.get(stateKey(scope))) as StateItem | undefined;
    const now = clock.now();
    if (dirty.length === 0 && (time === undefined || time.due > now)) return true;

    const minutes = dirty.map((todo) => todo.minute);
    const seeds = seedsOf(minutes, width).slice(0, mostStretches);
    const conversations = state?.conversations ?? [];
    const sight = await sightOf(table, scope, seeds, conversations, setup);
    const taken = next(conversations, windowsOf(scope, sight), {
      scope,
      now,
      blind: [],
      pace,
      media,
      most,
      forgetBefore:
        Math.min(now, ...minutes.map((each) => each * minute)) - horizon - run.timing.maxSpan - 2 * width,
    });
    const alerts = await Promise.all(taken.alerts.map(alertOf));
    // The state is written even where it stays the same: its version is what shows that this view was the latest.
    if ((await table.transact(writesOf(scope, state, time, taken, alerts, now))) === 'conflict') return false;

    await Promise.all(
      taken.sends.map(({ cid, medium }) => deliveries.send({ cid, medium }, 0).catch(() => undefined)),
    );
    for (const todo of dirty)
      if (isDone(todo, seeds, sight, taken))
        await table.write({ do: 'delete', key: todo, when: { is: 'token', token: todo.token } });
    return true;
  }

  function windowsOf(scope: string, { pages, chains }: Sight): readonly Window[] {
    if (chains.length === 0) return [];
    const { incidents, undiagnosed } = judge(pages, scope, run, catalogue);
    for (const { id, why } of undiagnosed) {
      log.count('Undiagnosed', 1);
      log.warn(`Incident ${id} of ${scope} was published without a diagnosis, which failed: ${why}`);
    }
    return chains.map(({ from, to }) => ({
      from,
      to,
      incidents: incidents.filter(({ start, end }) => {
        const span = { from: new Date(start ?? 0).getTime(), to: new Date(end ?? 0).getTime() };
        return span.from >= from && span.to <= to;
      }),
    }));
  }

  async function alertOf({ conversation, incident }: Revision): Promise<Alert> {
    if (incident) return compose(conversation, incident);
    const before = await table.get(alertKey(conversation.cid));
    if (before?.kind !== 'alert') throw new Error(`the alert of conversation ${conversation.cid} is gone`);
    return compose(conversation, before.alert.incident);
  }

  /** Whether everything that a minute's lines may have changed was dealt with. */
  function isDone(todo: EvalTodo, seeds: readonly Stretch[], { chains }: Sight, { handled }: Turn): boolean {
    const [seed] = seedsOf([todo.minute], width);
    if (!seed || !seeds.some((each) => touches(each, seed))) return false;
    return chains
      .filter((chain) => touches(chain, seed))
      .every((chain) => handled.some((window) => touches(window, chain)));
  }
}

function writesOf(
  scope: string,
  state: StateItem | undefined,
  time: TimeTodo | undefined,
  { conversations, sends, lookAgain }: Turn,
  alerts: readonly Alert[],
  now: number,
): readonly Write[] {
  const version = (state?.version ?? 0) + 1;
  const expires = Math.ceil((now + alertsKept) / second);
  const todo = { since: now, hinted: 0 };
  return [
    {
      do: 'put',
      item: { kind: 'state', ...stateKey(scope), version, conversations },
      when: state ? { is: 'version', version: state.version } : { is: 'absent' },
    },
    ...alerts.map(
      (alert): Write => ({
        do: 'put',
        item: { kind: 'alert', ...alertKey(alert.conversation), alert, expires },
      }),
    ),
    ...sends.map(({ cid, medium, revision }): Write => {
      const item = {
        kind: 'send',
        ...sendKey(cid, medium),
        cid,
        medium,
        token: String(revision),
        ...todo,
        hintAt: now,
      } as const;
      return { do: 'put', item: { ...item, expires } };
    }),
    ...(lookAgain === undefined
      ? time
        ? [{ do: 'delete', key: timeKey(scope) } as const]
        : []
      : [
          {
            do: 'put',
            item: {
              kind: 'time',
              ...timeKey(scope),
              scope,
              due: lookAgain,
              token: String(version),
              ...todo,
              hintAt: lookAgain,
            },
          } as const,
        ]),
  ];
}

const ready = wired(evaluate);
/** Event source: the evaluations queue, one message at a time. */
export const handler = async (event: unknown): Promise<void> => {
  for (const body of bodiesOf(event) ?? []) {
    const scope = (body as { scope?: unknown } | undefined)?.scope;
    if (typeof scope === 'string') await ready()(scope);
  }
};
