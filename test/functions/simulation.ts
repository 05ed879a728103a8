import { weekOf } from '#functions/evaluate/digest.ts';
import { cursorKey, historyOf } from '#functions/keys.ts';
import { countsOf, summed } from '#lib/engine/counts.ts';
import type { Alert } from '#lib/model/alert.ts';
import type { DayCount } from '#lib/model/conversation.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import type { Dice } from './dice.ts';
import {
  alarmEvent,
  batchIncidents,
  clusterSource,
  deliveryOf,
  inOrder,
  type Line,
  polledGroup,
  smallStory,
  startOfStory,
} from './story.ts';
import { isAccepted, longestJam, longestStory, pause, type Schedule, World } from './world.ts';

export interface Outcome {
  /** What was broken, by name; empty when all is well. */
  readonly broken: readonly string[];
  readonly calls: number;
  readonly crashes: number;
}

/** Runs one schedule to its end and says what was broken. */
export async function simulate(schedule: Schedule): Promise<Outcome> {
  const world = new World(schedule);
  const { dice } = world;
  const lines = (schedule.story ?? smallStory)(dice);
  // Some schedules are an hour's traffic and some a jam; how often each thing happens is left to chance as well.
  const jam = dice.chance(0.5);
  for (const { at, event } of deliveriesOf(lines, dice))
    world.deliveries.push({ at: jam ? world.now : at, event });
  if (jam) world.advance(hour);
  await world.table.put({
    kind: 'cursor',
    ...cursorKey(polledGroup),
    version: 1,
    group: polledGroup,
    from: startOfStory,
    to: startOfStory - minute,
  });
  for (const line of lines)
    world.stored.push({ ...line, visibleAt: line.observed + dice.between(0, 180) * second });
  const scopes = [
    ...new Set(
      lines.map(({ group }) => world.setup.run.sources.find(({ name }) => name === group)?.scope ?? ''),
    ),
  ];
  const weight = () => dice.pick([0.03, 0.1, 0.3, 1]);
  const [steps, ticks, waits] = [1, weight() / 10, weight()];
  let [starts, asks] = [weight(), weight() / 3];

  while (world.deliveries.length > 0 || world.processes.size > 0 || world.pending.length > 0) {
    if (world.calls > longestJam || world.now > startOfStory + longestStory)
      [starts, asks, world.faults] = [1, 0, 0];
    const choices = [
      ...(world.pending.length > 0 ? [[steps, () => world.step()] as const] : []),
      ...(world.hasDue() ? [[starts, () => world.startDue()] as const] : []),
      ...(world.hasRoom() && world.deliveries.length > 0
        ? [[asks, () => world.startEvaluate({ scope: dice.pick(scopes) })] as const]
        : []),
      ...(world.hasRoom() ? [[ticks, () => world.startTick()] as const] : []),
      ...(world.hasRoom() ? [[ticks, () => world.startPoll()] as const] : []),
      [
        world.pending.length > 0 ? waits / 20 : waits,
        () => world.advance(dice.between(1, world.pending.length > 0 ? 10 : 240) * second),
      ] as const,
    ];
    await dice.weighed(choices)();
    await pause();
  }
  await settle(world);
  judgeEnd(world, lines);
  return { broken: [...world.broken], calls: world.calls, crashes: world.crashes };
}

/** Lines in batches: any order, some twice, some in another batch the second time, some very late. */
function deliveriesOf(lines: readonly Line[], dice: Dice): readonly { at: Millis; event: unknown }[] {
  const groups = [...new Set(lines.map(({ group }) => group))];
  const [twice, together] = [dice.pick([0, 0.3]), dice.pick([0, 0.6, 0.95])];
  return [...alarmsOf(dice), ...groups.flatMap((group) => deliveriesOfGroup(group))];

  function deliveriesOfGroup(group: string): readonly { at: Millis; event: unknown }[] {
    if (group === polledGroup) return [];
    const own = lines.filter((line) => line.group === group);
    const again = own.filter(() => dice.chance(twice));
    const batches: Line[][] = [];
    for (const line of [...dice.shuffled(own), ...dice.shuffled(again)]) {
      const last = batches[batches.length - 1];
      if (last && group !== clusterSource && dice.chance(together)) last.push(line);
      else batches.push([line]);
    }
    return batches.map((batch) => {
      const known = Math.max(...batch.map(({ observed }) => observed));
      const delay = dice.chance(0.15) ? dice.between(0, 90) * minute : dice.between(0, 180) * second;
      const event = group === clusterSource ? JSON.parse(batch[0]?.text ?? '') : deliveryOf(batch);
      return { at: known + delay, event };
    });
  }
}

/** A filter that loses lines for some time: two words, either of which may come first, or twice. */
function alarmsOf(dice: Dice): readonly { at: Millis; event: unknown }[] {
  if (dice.chance(0.5)) return [];
  const since = startOfStory + dice.between(0, 40) * minute;
  const words = [
    [since, 'ALARM'],
    [since + dice.between(1, dice.pick([10, 150])) * minute, 'OK'],
  ] as const;
  return words.flatMap(([at, value]) =>
    Array.from({ length: dice.chance(0.2) ? 2 : 1 }, () => ({
      at: at + dice.between(0, 120) * second + (dice.chance(0.2) ? dice.between(0, 60) * minute : 0),
      event: alarmEvent('/app/proxy', value, at),
    })),
  );
}

/** No more faults: time passes and tick comes, until there is nothing left to do. */
async function settle(world: World): Promise<void> {
  world.faults = 0;
  for (let ticks = 0; ticks < 400; ticks++) {
    world.startTick();
    world.startPoll();
    await pause();
    while (world.pending.length > 0 || world.hasDue()) {
      if (world.pending.length > 0) await world.step();
      else world.startDue();
      await pause();
    }
    const todos = world.table.all().filter((item) => item.pk.startsWith('todo#'));
    if (todos.length === 0 && world.hints.length === 0 && (await world.isPolled())) return;
    const next = [
      ...todos.flatMap((todo) => ('hintAt' in todo ? [todo.hintAt] : [])),
      ...world.hints.map(({ at }) => at),
    ].reduce((a, b) => Math.min(a, b), world.now + hour);
    world.advance(Math.max(minute, next - world.now + 30 * second));
  }
  world.broken.add('the list was never emptied');
}

function judgeEnd(world: World, lines: readonly Line[]): void {
  const items = world.table.all();
  const alerts = items.flatMap((item) => (item.kind === 'alert' ? [item.alert] : []));
  if (JSON.stringify(publishedIncidents(alerts)) !== JSON.stringify(batchIncidents(lines, world.setup)))
    world.broken.add('the verdict is not that of all lines');

  const living = world.setup.media.flatMap(({ id, manner }) => (manner === 'living' ? [id] : []));
  const letters = new Set(
    world.setup.media.flatMap(({ id, manner, holds }) => (manner === 'letters' && !holds ? [id] : [])),
  );
  const conversations = items.flatMap((item) => (item.kind === 'state' ? item.conversations : []));
  for (const { cid, told, phase } of conversations) {
    if (phase.is !== 'resolved' && phase.is !== 'merged') world.broken.add('a conversation was never closed');
    for (const [medium, word] of Object.entries(told)) {
      const heard = world.messages.filter((message) => message.medium === medium && message.cid === cid);
      const last = heard[heard.length - 1]?.alert;
      if (!last || last.revision < word.revision) world.broken.add('a transition was not published');
      // A letter that says that all of it is accepted says that no other follows.
      const isEnd =
        last?.status === 'resolved' || (letters.has(medium) && last && isAccepted(last, world.setup));
      if (last && !isEnd) world.broken.add('a medium was left with an old word');
      if (living.includes(medium) && heard.filter(({ post }) => post).length !== 1)
        world.broken.add('Slack saw a conversation twice');
      if (heard.some(({ alert }, index) => alert.revision < (heard[index - 1]?.alert.revision ?? 0)))
        world.broken.add('a medium went back');
    }
  }
  // A living message hears of everything; letters are only written of what lasts and is large enough.
  // Where a first word waits, what was over before it had been said needs none.
  const waits = world.setup.accepted.length > 0;
  const untold = alerts
    .filter((alert) => !isAccepted(alert, world.setup))
    .filter(({ partOf, incident }) => !(waits && (partOf !== undefined || incident.closes === 0)))
    .filter(({ conversation }) =>
      living.some((medium) => !conversations.some(({ cid, told }) => cid === conversation && told[medium])),
    );
  if (untold.length > 0) world.broken.add('a conversation was never told');
  judgeHistory(world, lines);
}

/** The history is that of all lines, and what was withheld of it stands once in the digest of its week. */
function judgeHistory({ table, setup, digests, broken }: World, lines: readonly Line[]): void {
  const held = table.all().filter((item) => item.kind === 'history');
  const nameOf = (scope: string, { fingerprint, day, closes }: DayCount) =>
    `${scope} ${fingerprint} ${day} ${closes}`;
  const scopes = [...new Set(setup.run.sources.map(({ scope }) => scope))];
  const batch = batchIncidents(lines, setup);
  const [found, meant] = [
    scopes.flatMap((scope) =>
      summed(held.filter(({ pk }) => pk === historyOf(scope).pk)).map((each) => nameOf(scope, each)),
    ),
    scopes.flatMap((scope) =>
      summed(batch.filter(({ service }) => service === scope).flatMap(countsOf)).map((each) =>
        nameOf(scope, each),
      ),
    ),
  ];
  if (found.sort().join() !== meant.sort().join()) broken.add('the history is not that of all lines');

  const withheld = held.filter((item) => item.withheld);
  for (const week of new Set(withheld.map(({ day }) => weekOf(day))))
    for (const { id, manner } of setup.media) {
      const own = digests.filter(({ medium, digest }) => medium === id && digest.from === week);
      const closes = own.at(-1)?.digest.rows.reduce((sum, row) => sum + row.withheld, 0);
      if (closes !== withheld.reduce((sum, each) => sum + (weekOf(each.day) === week ? each.closes : 0), 0))
        broken.add('what was withheld is not in the digest');
      if (new Set(own.map(({ digest }) => digest.conversation)).size > 1)
        broken.add('a week was summed up twice');
      if (manner === 'living' && own.filter(({ post }) => post).length !== 1)
        broken.add('a week was summed up twice');
    }
}

/** The incidents that stand at the end: those of conversations that were not merged into others and not taken back. */
export const publishedIncidents = (alerts: readonly Alert[]): readonly IncidentVerdict[] =>
  inOrder(
    alerts
      .filter(({ partOf, incident }) => partOf === undefined && incident.closes > 0)
      .map(({ incident }) => incident),
  );
