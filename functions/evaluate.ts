import { compose } from '#lib/engine/compose.ts';
import { next, type Revision, type Turn } from '#lib/engine/next.ts';
import type { Window } from '#lib/engine/reading.ts';
import type { Situation } from '#lib/engine/situation.ts';
import type { Send } from '#lib/engine/tell.ts';
import { type Stretch, touches } from '#lib/engine/windows.ts';
import type { Alert } from '#lib/model/alert.ts';
import { day, type Millis, minute, second } from '#lib/model/time.ts';
import { judge } from '#lib/pipeline.ts';
import { type Blindness, blindnessOf } from './evaluate/blind.ts';
import { contextReader } from './evaluate/context.ts';
import { digestTodos, tellWeek } from './evaluate/digest.ts';
import { historyWrites, pastOf } from './evaluate/ledger.ts';
import { changesSeen, checksDue } from './evaluate/recheck.ts';
import { sendWrites } from './evaluate/sends.ts';
import { type Sight, seedsOf, sightOf, widthOf } from './evaluate/sight.ts';
import { field } from './events/field.ts';
import { fromQueue } from './events/queue.ts';
import type { EvalTodo, StateItem, TimeTodo, Write } from './items.ts';
import { alertKey, evalRange, stateKey, timeKey } from './keys.ts';
import type { EvaluateHint, Ports } from './ports.ts';
import type { Setup } from './setup.ts';
import { wireEvaluate } from './wire/evaluate.ts';
import { wired } from './wire/wired.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const mostWrites = 100;
const mostConversations = 30;
const mostStretches = 30;
const mostTries = 5;
const alertsKept = 30 * day;

export type EvaluatePorts = Pick<Ports, 'table' | 'deliveries' | 'clock' | 'log' | 'logs'>;

/** Judges what is new in a scope and publishes what follows, all of it or nothing. */
export function evaluate(ports: EvaluatePorts, setup: Setup): (scope: string) => Promise<void> {
  const { table, deliveries, clock, log } = ports;
  const readContext = contextReader(ports, setup);
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
    const blindness = await blindnessOf(table, scope, setup, now);
    const forgetBefore =
      Math.min(now, ...minutes.map((each) => each * minute)) - horizon - run.timing.maxSpan - 2 * width;
    const windows = windowsOf(scope, sight);
    const checked = state?.checked ?? [];
    const changes = changesSeen(state?.changes ?? [], sight.pages, scope, setup, forgetBefore);
    const known = {
      accepted: setup.accepted,
      past: await pastOf(table, scope, windows, setup.accepted, now),
      changes,
      checks: await checksDue(table, scope, { conversations, changes, checked }, blindness, setup, now),
      checked,
    };
    const { now: blind } = blindness;
    const situation = { scope, now, blind, pace, media, most, forgetBefore, known };
    const { taken, history } = fitting(conversations, windows, situation);
    const alerts = await Promise.all(taken.alerts.map((each) => alertOf(each, blindness)));
    const words = await sendWrites(table, taken.sends, now, expiryOf(now));
    // The state is written even where it stays the same: its version is what shows that this view was the latest.
    if (
      (await table.transact(
        writesOf(scope, { state, time, changes }, taken, alerts, [...history, ...words], now),
      )) === 'conflict'
    )
      return false;

    // Its first message waits for the context, which a later one would bring to nobody. If this dies, tick sends it.
    const curious = alerts.find((alert, index) => firesUnexplained(alert, taken.alerts[index], now));
    const isCurious = ({ cid }: Send): boolean => cid === curious?.conversation;
    await hint(taken.sends.filter((send) => !isCurious(send)));
    for (const todo of dirty)
      if (isDone(todo, seeds, sight, taken))
        await table.write({ do: 'delete', key: todo, when: { is: 'token', token: todo.token } });
    if (curious) await readContext(curious);
    await hint(taken.sends.filter(isCurious));
    return true;
  }

  /** A turn that one transaction holds: of fewer conversations where their histories are long. */
  function fitting(conversations: StateItem['conversations'], windows: readonly Window[], all: Situation) {
    for (let some = all.most; ; some = Math.max(1, Math.floor(some / 2))) {
      const taken = next(conversations, windows, { ...all, most: some });
      const history = [
        ...historyWrites(all.scope, taken.history),
        ...digestTodos(taken.history, setup, all.now),
      ];
      const size = 2 + taken.alerts.length + taken.sends.length + history.length;
      if (size <= mostWrites || some === 1) return { taken, history };
    }
  }

  async function hint(sends: readonly Send[]): Promise<void> {
    await Promise.all(
      sends.map(({ cid, medium }) => deliveries.send({ cid, medium }, 0).catch(() => undefined)),
    );
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

  async function alertOf({ conversation, incident }: Revision, blindness: Blindness): Promise<Alert> {
    const blind = blindness.during(conversation);
    if (incident) return compose(conversation, incident, blind);
    const before = await table.get(alertKey(conversation.cid));
    if (before?.kind !== 'alert') throw new Error(`the alert of conversation ${conversation.cid} is gone`);
    return compose(conversation, before.alert.incident, blind);
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

/** Whether an alert begins to fire in this turn, for the first time, with closes that nothing explains. */
function firesUnexplained(alert: Alert, revision: Revision | undefined, now: Millis): boolean {
  const { news, phase } = revision?.conversation ?? {};
  const isFirst = phase?.is === 'firing' && phase.since === now && news?.kind !== 'again';
  return isFirst && alert.incident.unexplained !== null;
}

const expiryOf = (now: Millis): number => Math.ceil((now + alertsKept) / second);

function writesOf(
  scope: string,
  {
    state,
    time,
    changes,
  }: Pick<StateItem, 'changes'> & {
    readonly state: StateItem | undefined;
    readonly time: TimeTodo | undefined;
  },
  { conversations, checked, lookAgain }: Turn,
  alerts: readonly Alert[],
  others: readonly Write[],
  now: Millis,
): readonly Write[] {
  const version = (state?.version ?? 0) + 1;
  const expires = expiryOf(now);
  const todo = { since: now, hinted: 0 };
  return [
    {
      do: 'put',
      item: { kind: 'state', ...stateKey(scope), version, conversations, changes, checked },
      when: state ? { is: 'version', version: state.version } : { is: 'absent' },
    },
    ...others,
    ...alerts.map(
      (alert): Write => ({
        do: 'put',
        item: { kind: 'alert', ...alertKey(alert.conversation), alert, expires },
      }),
    ),
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

/** Does what a hint asks for. */
export function evaluator(ports: EvaluatePorts, setup: Setup): (hint: EvaluateHint) => Promise<void> {
  const judgeAnew = evaluate(ports, setup);
  return (hint) => ('scope' in hint ? judgeAnew(hint.scope) : tellWeek(ports, setup, hint.digest));
}

/** Event source: the evaluations queue, one message at a time. */
export const evaluations = (ports: EvaluatePorts, setup: Setup): ((event: unknown) => Promise<void>) =>
  fromQueue(
    ports.log,
    (body): EvaluateHint | undefined => {
      const [scope, digest] = [field(body, 'scope'), field(body, 'digest')];
      if (typeof scope === 'string') return { scope };
      return typeof digest === 'string' ? { digest } : undefined;
    },
    evaluator(ports, setup),
  );

const ready = wired(wireEvaluate, evaluations);
export const handler = (event: unknown): Promise<void> => ready()(event);
