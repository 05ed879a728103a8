import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { deliver } from '#functions/deliver.ts';
import { evaluate } from '#functions/evaluate.ts';
import { ingest } from '#functions/ingest.ts';
import type { DeliverHint, EvaluateHint, Hints, Item, Ports, Sender, StateItem, Table, Write } from '#functions/ports.ts';
import { tick } from '#functions/tick.ts';
import type { Setup } from '#functions/config.ts';
import type { Alert } from '#lib/model/alert.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { Dice } from './dice.ts';
import { batchIncidents, inOrder, type Line, smallSetup, smallStory, startOfStory, subscriptionEvent } from './story.ts';

/**
 * The handlers over a model of the services in which every await is a place where somebody else may go first, where
 * the process may die (before the call, or after it was carried out), where an answer may be lost so that the client
 * asks again, and where a call of a dead process may land long after its retry. One seed is one schedule.
 */
export interface Schedule {
  readonly seed: number;
  readonly setup?: Setup;
  /** Faults per call. 0: only the order is left to chance. */
  readonly faults?: number;
  /** A mistake, made by ports that do not do what the handler asked. */
  readonly mistake?: Mistake;
  readonly story?: (dice: Dice) => readonly Line[];
}

export type Mistake = Partial<Record<Kind, Bend>>;
/** `shared` is the table itself, for mistakes that look where they should not. */
export type Bend = (ports: Ports, shared: MemoryTable) => Ports;

export interface Outcome {
  /** What was broken, by name; empty when all is well. */
  readonly broken: readonly string[];
  readonly calls: number;
  readonly crashes: number;
}

type Kind = 'ingest' | 'evaluate' | 'tick' | 'deliver';

interface Process {
  readonly kind: Kind;
  readonly startedAt: Millis;
  readonly ended: (how: 'done' | 'failed' | 'died') => void;
  dead: boolean;
  /** What evaluate has read since it last read the state, by fact id; and the minutes it asked for. */
  seen: Set<string>;
  asked: Set<string>;
}

interface Call {
  readonly process: Process;
  readonly name: string;
  readonly carryOut: () => Promise<unknown>;
  readonly answer: (value: unknown) => void;
  readonly refuse: (why: Error) => void;
  /** Nobody asks twice: a second request would be another post. */
  readonly once: boolean;
}

const longestRun: Millis = 30 * second;
const mostProcesses = 5;
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class World {
  now: Millis = startOfStory;
  calls = 0;
  crashes = 0;
  readonly broken = new Set<string>();
  readonly dice: Dice;
  readonly table = new MemoryTable();
  readonly pending: Call[] = [];
  readonly processes = new Set<Process>();
  readonly deliveries: { readonly at: Millis; readonly event: unknown }[] = [];
  readonly hints: { readonly at: Millis; readonly start: () => void }[] = [];
  /** Facts that some committed view of a scope held, with their minute. */
  readonly committed = new Map<string, Map<string, string>>();
  readonly messages: { readonly medium: string; readonly cid: string; readonly alert: Alert; readonly post: boolean }[] = [];
  faults: number;
  readonly setup: Setup;
  readonly mistake: Mistake;
  #token = 0;

  constructor({ seed, setup = smallSetup, faults = 0.05, mistake = {} }: Schedule) {
    this.dice = new Dice(seed);
    this.faults = faults;
    this.setup = setup;
    this.mistake = mistake;
  }

  // ── processes

  start(kind: Kind, run: (ports: Ports) => Promise<void>, ended: Process['ended']): void {
    const skew = this.dice.between(-30, 30) * second;
    const process: Process = {
      kind,
      startedAt: this.now,
      ended,
      dead: false,
      seen: new Set(),
      asked: new Set(),
    };
    const honest = this.portsFor(process, skew);
    const ports = this.mistake[kind]?.(honest, this.table) ?? honest;
    this.processes.add(process);
    const leave = (how: 'done' | 'failed') => {
      if (process.dead) return;
      this.processes.delete(process);
      ended(how);
    };
    run(ports).then(
      () => leave('done'),
      () => leave('failed'),
    );
  }

  kill(process: Process): void {
    process.dead = true;
    this.crashes++;
    this.processes.delete(process);
    process.ended('died');
  }

  call<T>(process: Process, name: string, carryOut: () => Promise<T>, once = false): Promise<T> {
    return new Promise<T>((answer, refuse) => {
      this.pending.push({ process, name, carryOut, answer: answer as (value: unknown) => void, refuse, once });
    });
  }

  /** Carries out one waiting call, or what a fault makes of it. */
  async step(): Promise<void> {
    const index = this.dice.between(0, this.pending.length - 1);
    const [call] = this.pending.splice(index, 1);
    if (!call) return;
    this.calls++;
    const { process } = call;
    if (process.dead) {
      // The request was on its way when the sandbox died: it lands now, or never.
      if (!call.once && this.dice.chance(0.5)) await call.carryOut().catch(() => undefined);
      return;
    }
    if (this.dice.chance(this.faults)) {
      const fault = this.dice.pick(call.once ? ['before', 'answer-lost'] : ['before', 'answer-lost', 'later', 'asked-twice']);
      if (fault === 'asked-twice') {
        // The answer got lost and the client asked again by itself.
        await call.carryOut().catch(() => undefined);
      } else {
        if (fault === 'answer-lost') await call.carryOut().catch(() => undefined);
        if (fault === 'later') this.pending.push(call);
        this.kill(process);
        return;
      }
    }
    try {
      call.answer(await call.carryOut());
    } catch (error) {
      call.refuse(error as Error);
    }
    await pause();
  }

  // ── ports

  portsFor(process: Process, skew: Millis): Ports {
    const hintsTo = <Hint>(to: Kind, start: (hint: Hint) => void): Hints<Hint> => ({
      send: (hint, delay) =>
        this.call(process, 'hint', async () => {
          if (process.kind === to) this.broken.add('a function feeds its own queue');
          if (this.dice.chance(this.faults * 6)) return;
          for (let copies = this.dice.chance(this.faults * 2) ? 2 : 1; copies > 0; copies--) {
            const late = this.dice.chance(this.faults) ? this.dice.between(0, 300) * second : 0;
            this.hints.push({ at: this.now + delay + late, start: () => start(hint) });
          }
        }),
    });
    return {
      table: this.tableFor(process),
      evaluations: hintsTo<EvaluateHint>('evaluate', ({ scope }) => this.startEvaluate(scope)),
      deliveries: hintsTo<DeliverHint>('deliver', (hint) => this.startDeliver(hint)),
      senders: new Map(this.setup.media.map(({ id, manner }) => [id, this.senderFor(process, id, manner)])),
      clock: { now: () => this.now + skew, sleep: () => this.call(process, 'sleep', async () => undefined) },
      log: { warn: () => undefined, count: () => undefined },
      newToken: () => `token ${++this.#token}`,
    };
  }

  tableFor(process: Process): Table {
    const { table } = this;
    return {
      get: (key) =>
        this.call(process, 'get', async () => {
          if (key.pk.startsWith('state#')) process.seen = new Set();
          if (key.pk.startsWith('state#')) process.asked = new Set();
          return table.get(key);
        }),
      query: (pk, from, to) =>
        this.call(process, 'query', async () => {
          const items = await table.query(pk, from, to);
          if (pk.startsWith('page#')) this.noteRead(process, pk, from, to, items);
          return items;
        }),
      put: (item) => this.call(process, 'put', () => table.put(item)),
      write: (write) => this.call(process, 'write', () => table.write(write)),
      batchPut: (items) =>
        this.call(process, 'batchPut', async () => {
          const left = items.filter(() => this.dice.chance(this.faults * 3));
          await table.batchPut(items.filter((item) => !left.includes(item)));
          return left;
        }),
      transact: (writes) =>
        this.call(process, 'transact', async () => {
          const answer = await table.transact(writes);
          if (answer === 'committed') this.noteCommit(process, writes);
          return answer;
        }),
    };
  }

  senderFor(process: Process, medium: string, manner: 'living' | 'letters'): Sender {
    const texts = new Map<string, Alert>();
    const known = (cid: string) => this.messages.some((each) => each.medium === medium && each.cid === cid);
    return {
      render: (alert) => {
        const text = JSON.stringify(alert);
        texts.set(text, alert);
        return { kind: 'print', text };
      },
      send: ({ text }, cid, ref) =>
        this.call(
          process,
          'send',
          async () => {
            if (this.dice.chance(this.faults)) return { outcome: 'failed', retryable: true, why: 'busy', retryAfter: 90 * second };
            const alert = texts.get(text);
            if (alert) this.messages.push({ medium, cid, alert, post: manner === 'letters' || ref === undefined });
            return manner === 'living' ? { outcome: 'delivered', ref: `${medium} ${cid}` } : { outcome: 'delivered' };
          },
          true,
        ),
      ...(manner === 'living'
        ? { find: (cid) => this.call(process, 'find', async () => (known(cid) ? `${medium} ${cid}` : undefined)) }
        : {}),
    };
  }

  // ── what must hold at every commit

  noteRead(process: Process, pk: string, from: string, to: string, items: readonly Item[]): void {
    const [, scope = '', date = '', shard = ''] = pk.split('#');
    for (let at = Date.parse(`${date}T${from}:00Z`); at <= Date.parse(`${date}T${to.slice(0, 5)}:00Z`); at += minute)
      process.asked.add(`${scope} ${at / minute} ${shard}`);
    for (const item of items)
      if (item.kind === 'page') for (const { id } of item.page.facts) process.seen.add(`${scope} ${item.page.minute} ${shard} ${id}`);
  }

  /** A committed view holds everything, of the minutes that it looked at, that a view committed before it held. */
  noteCommit(process: Process, writes: readonly Write[]): void {
    const state = writes.map((write) => (write.do === 'put' ? write.item : undefined)).find((item): item is StateItem => item?.kind === 'state');
    if (!state || process.kind !== 'evaluate') return;
    const known = this.committed.get(state.pk) ?? new Map<string, string>();
    this.committed.set(state.pk, known);
    for (const [fact, place] of known)
      if (process.asked.has(place) && !process.seen.has(fact)) this.broken.add('a view went back');
    for (const fact of process.seen) known.set(fact, fact.split(' ').slice(0, 3).join(' '));
  }

  // ── invocations

  startIngest(event: unknown): void {
    this.start(
      'ingest',
      (ports) => ingest(ports, this.setup)(event),
      // Lambda asks again, and so does the retry queue after it.
      (how) => {
        if (how !== 'done') this.deliveries.push({ at: this.now + this.dice.between(10, 120) * second, event });
      },
    );
  }

  startEvaluate(scope: string): void {
    this.start(
      'evaluate',
      (ports) => evaluate(ports, this.setup)(scope),
      (how) => {
        if (how !== 'done') this.hints.push({ at: this.now + minute, start: () => this.startEvaluate(scope) });
      },
    );
  }

  startDeliver(hint: DeliverHint): void {
    this.start(
      'deliver',
      (ports) => deliver(ports)(hint),
      (how) => {
        if (how !== 'done') this.hints.push({ at: this.now + minute, start: () => this.startDeliver(hint) });
      },
    );
  }

  startTick(): void {
    this.start('tick', (ports) => tick(ports)(), () => undefined);
  }

  /** Starts something that is due; false when nothing is. */
  startDue(): boolean {
    if (this.processes.size >= mostProcesses) return false;
    const queue = [this.deliveries, this.hints].filter((list) => list.some(({ at }) => at <= this.now));
    if (queue.length === 0) return false;
    const list: { readonly at: Millis }[] = this.dice.pick(queue);
    const index = this.dice.pick(list.flatMap(({ at }, i) => (at <= this.now ? [i] : [])));
    const [due] = list.splice(index, 1);
    if (due && 'event' in due) this.startIngest(due.event);
    else if (due && 'start' in due) (due as { start: () => void }).start();
    return true;
  }

  advance(by: Millis): void {
    this.now += by;
    for (const process of [...this.processes]) if (this.now - process.startedAt > longestRun) this.kill(process);
  }
}

/** Runs one schedule to its end and says what was broken. */
export async function simulate(schedule: Schedule): Promise<Outcome> {
  const world = new World(schedule);
  const { dice } = world;
  const lines = (schedule.story ?? ((d) => smallStory(d, d.chance(0.5))))(dice);
  for (const delivery of deliveriesOf(lines, dice)) world.deliveries.push(delivery);

  while (world.deliveries.length > 0 || world.processes.size > 0 || world.pending.length > 0) {
    if (world.pending.length > 0 && dice.chance(0.8)) await world.step();
    else if (dice.chance(0.9) && world.startDue()) await pause();
    else if (dice.chance(0.1)) {
      for (let ticks = dice.between(1, 2); ticks > 0; ticks--) world.startTick();
      await pause();
    } else world.advance(world.pending.length > 0 ? dice.between(0, 5) * second : dice.between(1, 240) * second);
  }
  await settle(world);
  judgeEnd(world, lines);
  return { broken: [...world.broken], calls: world.calls, crashes: world.crashes };
}

/** Lines in batches: any order, some twice, some in another batch the second time, some very late. */
function deliveriesOf(lines: readonly Line[], dice: Dice): readonly { at: Millis; event: unknown }[] {
  const groups = [...new Set(lines.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const own = lines.filter((line) => line.group === group);
    const again = own.filter(() => dice.chance(0.3));
    const batches: Line[][] = [];
    for (const line of [...dice.shuffled(own), ...dice.shuffled(again)]) {
      const last = batches[batches.length - 1];
      if (last && dice.chance(0.6)) last.push(line);
      else batches.push([line]);
    }
    return batches.map((batch) => {
      const known = Math.max(...batch.map(({ observed }) => observed));
      const delay = dice.chance(0.15) ? dice.between(0, 90) * minute : dice.between(0, 180) * second;
      return { at: known + delay, event: subscriptionEvent(batch) };
    });
  });
}

/** No more faults: time passes and tick comes, until there is nothing left to do. */
async function settle(world: World): Promise<void> {
  world.faults = 0;
  for (let ticks = 0; ticks < 400; ticks++) {
    world.startTick();
    await pause();
    while (world.pending.length > 0 || world.startDue()) {
      await pause();
      if (world.pending.length > 0) await world.step();
    }
    const todos = world.table.all().filter((item) => item.pk.startsWith('todo#'));
    if (todos.length === 0 && world.hints.length === 0) return;
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

  const conversations = items.flatMap((item) => (item.kind === 'state' ? item.conversations : []));
  for (const { cid, told, phase } of conversations) {
    if (phase.is !== 'resolved' && phase.is !== 'merged') world.broken.add('a conversation was never closed');
    for (const [medium, word] of Object.entries(told)) {
      const heard = world.messages.filter((message) => message.medium === medium && message.cid === cid);
      const last = heard[heard.length - 1]?.alert;
      if (!last || last.revision < word.revision) world.broken.add('a transition was not published');
      if (last && last.status !== 'resolved') world.broken.add('a medium was left with an old word');
      if (medium === 'slack' && heard.filter(({ post }) => post).length !== 1) world.broken.add('Slack saw a conversation twice');
      if (heard.some(({ alert }, index) => alert.revision < (heard[index - 1]?.alert.revision ?? 0)))
        world.broken.add('a medium went back');
    }
  }
  const slack = alerts.filter(({ conversation }) => !conversations.some(({ cid, told }) => cid === conversation && told['slack']));
  if (slack.length > 0) world.broken.add('a conversation was never told');
}

/** The incidents that stand at the end: those of conversations that were not merged into others and not taken back. */
export const publishedIncidents = (alerts: readonly Alert[]): readonly IncidentVerdict[] =>
  inOrder(alerts.filter(({ partOf, incident }) => partOf === undefined && incident.closes > 0).map(({ incident }) => incident));
