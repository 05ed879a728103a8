import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { deliver } from '#functions/deliver.ts';
import { evaluator } from '#functions/evaluate.ts';
import { ingest } from '#functions/ingest.ts';
import type { Item, StateItem, Write } from '#functions/items.ts';
import { blindRange, cursorKey, stateKey } from '#functions/keys.ts';
import type { DeliverHint, EvaluateHint, Hints, LogAsk, Ports, Sender, Table } from '#functions/ports.ts';
import { LogsRefused } from '#functions/replay/refusal.ts';
import type { Setup } from '#functions/setup.ts';
import { tick } from '#functions/tick.ts';
import { endOf } from '#lib/engine/quiet.ts';
import type { Alert, Digest } from '#lib/model/alert.ts';
import type { Change, Check, Conversation } from '#lib/model/conversation.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import { Dice } from './dice.ts';
import { type Line, owner, polledGroup, smallSetup, startOfStory, stream } from './story.ts';

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

type Kind = 'ingest' | 'evaluate' | 'tick' | 'deliver';

interface Process {
  readonly kind: Kind;
  readonly startedAt: Millis;
  readonly skew: Millis;
  readonly ended: (how: 'done' | 'failed' | 'died') => void;
  dead: boolean;
  /** Whoever has the highest goes first: one process can run through while another stands still between two calls. */
  priority: number;
  /** What evaluate has read since it asked for the to-dos, by fact; and the minutes and shards it asked for. */
  seen: Set<string>;
  asked: Set<string>;
  /** Groups that were blind when it looked. */
  blind: Set<string>;
}

interface Call {
  readonly process: Process;
  readonly carryOut: () => Promise<unknown>;
  readonly answer: (value: unknown) => void;
  readonly refuse: (why: Error) => void;
  /** Nobody asks twice: a second request would be another post. */
  readonly once: boolean;
}

/** After so many calls, or so much time, nothing more goes wrong, so that what is left can be done. */
export const longestJam = 2_000;
export const longestStory: Millis = 6 * hour;
const longestRun: Millis = 30 * second;
const mostProcesses = 5;
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class World {
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
  /** When an end was called, by conversation. */
  readonly ends = new Map<string, Millis>();
  readonly messages: {
    readonly medium: string;
    readonly cid: string;
    readonly alert: Alert;
    readonly post: boolean;
  }[] = [];
  /** The weeks that were summed up, as a medium was told. */
  readonly digests: { readonly medium: string; readonly digest: Digest; readonly post: boolean }[] = [];
  /** What was said of changes, of which fingerprint and by which conversation. */
  readonly checked: {
    readonly of: string;
    readonly cid: string;
    readonly change: Change;
    readonly text: string;
  }[] = [];
  /** What is published of a conversation, by its id. */
  readonly latest = new Map<string, Alert>();
  /** Media that were told of a conversation. */
  readonly heard = new Set<string>();
  /** What the log groups hold, and from when on it can be read. */
  readonly stored: (Line & { readonly visibleAt: Millis })[] = [];
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
      skew,
      ended,
      dead: false,
      priority: this.dice.roll(),
      seen: new Set(),
      asked: new Set(),
      blind: new Set(),
    };
    const honest = this.portsFor(process, skew);
    const ports = this.observed(process, this.mistake[kind]?.(honest, this.table) ?? honest);
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

  call<T>(process: Process, carryOut: () => Promise<T>, once = false): Promise<T> {
    return new Promise<T>((answer, refuse) => {
      this.pending.push({
        process,
        carryOut,
        answer: answer as (value: unknown) => void,
        refuse,
        once,
      });
    });
  }

  /** Carries out one waiting call, or what a fault makes of it. */
  async step(): Promise<void> {
    const highest = this.pending.reduce((most, { process: { priority } }) => Math.max(most, priority), 0);
    const first = this.pending.flatMap(({ process: { priority } }, at) => (priority === highest ? [at] : []));
    const [call] = this.pending.splice(
      this.dice.chance(0.9) ? this.dice.pick(first) : this.dice.between(0, this.pending.length - 1),
      1,
    );
    if (!call) return;
    this.calls++;
    const { process } = call;
    if (this.dice.chance(0.2)) process.priority = this.dice.roll();
    if (process.dead) {
      // The request was on its way when the sandbox died: it lands now, or never.
      if (!call.once && this.dice.chance(0.5)) await call.carryOut().catch(() => undefined);
      return;
    }
    if (this.dice.chance(this.faults)) {
      const fault = this.dice.pick(
        call.once ? ['before', 'answer-lost'] : ['before', 'answer-lost', 'later', 'asked-twice'],
      );
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
        this.call(process, async () => {
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
      evaluations: hintsTo<EvaluateHint>('evaluate', (hint) => this.startEvaluate(hint)),
      deliveries: hintsTo<DeliverHint>('deliver', (hint) => this.startDeliver(hint)),
      senders: new Map(this.setup.media.map(({ id, manner }) => [id, this.senderFor(process, id, manner)])),
      logs: { page: (ask) => this.call(process, async () => this.pageOf(ask)) },
      filters: async () => [],
      clock: { now: () => this.now + skew, sleep: () => this.call(process, async () => undefined) },
      log: {
        warn: () => undefined,
        count: (metric) => {
          if (metric === 'TooLate') this.broken.add('the schedule took longer than the horizon');
        },
      },
      newToken: () => `token ${++this.#token}`,
    };
  }

  /** A few events, in order of time; the token names the last of them. */
  pageOf({ group, from, to, next, limit }: LogAsk): Awaited<ReturnType<Ports['logs']['page']>> {
    if (this.dice.chance(this.faults)) throw new LogsRefused({ kind: 'throttled' });
    if (next !== undefined && this.dice.chance(this.faults))
      throw new LogsRefused({ kind: 'stale-token', group });
    if (this.dice.chance(this.faults / 2))
      throw new LogsRefused({ kind: 'denied', group, why: 'a role that changed' });
    const nameOf = ({ observed, id }: Line) => `${observed} ${id}`;
    const all = this.stored
      .filter((line) => line.group === group && line.visibleAt <= this.now)
      .filter(({ observed }) => observed >= from && observed <= to)
      .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
      .filter((line) => next === undefined || nameOf(line) > next);
    const some = all.slice(0, limit ?? this.dice.between(0, 3));
    const last = some[some.length - 1];
    const onward = last ? nameOf(last) : next;
    return {
      events: some.map(({ id, observed, text }) => ({ id, stream, timestamp: observed, message: text })),
      ...(some.length < all.length ? { next: onward ?? '' } : {}),
    };
  }

  tableFor(process: Process): Table {
    const { table } = this;
    return {
      get: (key) => this.call(process, () => table.get(key)),
      query: (pk, from, to) =>
        this.call(process, async () => {
          const items = await table.query(pk, from, to);
          if (pk === blindRange().pk)
            process.blind = new Set(
              items.flatMap((item) =>
                item.kind === 'blind' && item.until === undefined ? [item.group] : [],
              ),
            );
          return items;
        }),
      put: (item) => this.call(process, () => table.put(item)),
      write: (write) => this.call(process, () => table.write(write)),
      batchPut: (items) =>
        this.call(process, async () => {
          const left = items.filter(() => this.dice.chance(this.faults * 3));
          await table.batchPut(items.filter((item) => !left.includes(item)));
          return left;
        }),
      transact: (writes) =>
        this.call(process, async () => {
          const answer = await table.transact(writes);
          if (answer === 'committed') this.noteCommit(process, writes);
          return answer;
        }),
    };
  }

  senderFor(process: Process, medium: string, manner: 'living' | 'letters'): Sender {
    const texts = new Map<string, Alert>();
    const weeks = new Map<string, Digest>();
    const known = (cid: string) =>
      this.messages.some((each) => each.medium === medium && each.cid === cid) ||
      this.digests.some((each) => each.medium === medium && each.digest.conversation === cid);
    return {
      render: (alert) => {
        const text = JSON.stringify(alert);
        texts.set(text, alert);
        return { kind: 'print', text };
      },
      digest: (digest) => {
        const text = JSON.stringify(digest);
        weeks.set(text, digest);
        return { kind: 'print', text };
      },
      send: ({ text }, cid, ref) =>
        this.call(
          process,
          async () => {
            if (this.dice.chance(this.faults))
              return { outcome: 'failed', retryable: true, why: 'busy', retryAfter: 90 * second };
            const alert = texts.get(text);
            if (alert)
              this.messages.push({ medium, cid, alert, post: manner === 'letters' || ref === undefined });
            const digest = weeks.get(text);
            if (digest)
              this.digests.push({ medium, digest, post: manner === 'letters' || ref === undefined });
            return manner === 'living'
              ? { outcome: 'delivered', ref: `${medium} ${cid}` }
              : { outcome: 'delivered' };
          },
          true,
        ),
      ...(manner === 'living'
        ? {
            find: (cid) => this.call(process, async () => (known(cid) ? `${medium} ${cid}` : undefined)),
          }
        : {}),
    };
  }

  // ── what must hold at every commit

  /** The ports as a handler sees them, with a note of which pages it looked at since it asked for the to-dos. */
  observed(process: Process, ports: Ports): Ports {
    const { table } = ports;
    return {
      ...ports,
      table: {
        ...table,
        query: async (pk, from, to) => {
          if (pk.startsWith('todo#')) process.seen = new Set();
          if (pk.startsWith('todo#')) process.asked = new Set();
          const items = await table.query(pk, from, to);
          if (pk.startsWith('page#')) this.noteRead(process, pk, from, to, items);
          return items;
        },
      },
    };
  }

  noteRead(process: Process, pk: string, from: string, to: string, items: readonly Item[]): void {
    const [, scope = '', date = '', shard = ''] = pk.split('#');
    for (
      let at = Date.parse(`${date}T${from}:00Z`);
      at <= Date.parse(`${date}T${to.slice(0, 5)}:00Z`);
      at += minute
    )
      process.asked.add(`${scope} ${at / minute} ${shard}`);
    for (const item of items)
      if (item.kind === 'page')
        for (const { id } of item.page.facts) process.seen.add(`${scope} ${item.page.minute} ${shard} ${id}`);
  }

  /** A committed view holds everything, of the minutes that it looked at, that a view committed before it held. */
  noteCommit(process: Process, writes: readonly Write[]): void {
    const state = writes
      .map((write) => (write.do === 'put' ? write.item : undefined))
      .find((item): item is StateItem => item?.kind === 'state');
    if (!state || process.kind !== 'evaluate') return;
    this.notePhases(process, state);
    this.noteWords(state, writes);
    const known = this.committed.get(state.pk) ?? new Map<string, string>();
    this.committed.set(state.pk, known);
    for (const [fact, place] of known)
      if (process.asked.has(place) && !process.seen.has(fact)) this.broken.add('a view went back');
    for (const fact of process.seen) known.set(fact, fact.split(' ').slice(0, 3).join(' '));
  }

  /** No end is called while a source that may know better is blind. Whoever commits calls what was not called before. */
  notePhases(process: Process, { conversations, pk }: StateItem): void {
    for (const { cid, phase, news } of conversations) {
      if (phase.is !== 'resolved' || news.kind !== 'resolved') continue;
      const called = this.ends.get(cid) === phase.at;
      this.ends.set(cid, phase.at);
      if (!called && pk === stateKey('shop').pk && process.blind.has('/app/proxy'))
        this.broken.add('an end was called by somebody blind');
    }
  }

  /** Help is told of once for each change, and what is accepted is nobody's first word. */
  noteWords({ conversations, pk }: StateItem, writes: readonly Write[]): void {
    const alerts = writes.flatMap((write) =>
      write.do === 'put' && write.item.kind === 'alert' ? [write.item.alert] : [],
    );
    for (const alert of alerts) this.latest.set(alert.conversation, alert);
    for (const { cid, news, told, leading } of conversations) {
      const alert = this.latest.get(cid);
      if (!alert) continue;
      if (news.kind === 'checked' && alerts.includes(alert))
        this.noteCheck(`${pk} ${leading}`, cid, news.check, conversations);
      for (const medium of Object.keys(told)) {
        const isFirst = !this.heard.has(`${medium} ${cid}`);
        this.heard.add(`${medium} ${cid}`);
        if (isFirst && isAccepted(alert, this.setup)) this.broken.add('what is accepted was told');
      }
    }
  }

  /** What a change came to is told once of a fingerprint, by the latest conversation about it. */
  noteCheck(
    of: string,
    cid: string,
    { change, ...check }: Pick<Check, 'change'>,
    all: readonly Conversation[],
  ): void {
    const text = JSON.stringify({ change, ...check });
    if (this.checked.some((each) => each.cid === cid && each.text === text)) return;
    const isKnown = this.checked.some(
      (each) =>
        (each.of === of || each.cid === cid) &&
        each.change.from <= change.to &&
        change.from <= each.change.to,
    );
    if (isKnown) this.broken.add('a check was told twice');
    this.checked.push({ of, cid, change, text });
    const own = all.find((each) => each.cid === cid);
    const later = all.filter(
      ({ phase, leading, told, spans }) =>
        phase.is !== 'merged' &&
        leading === own?.leading &&
        Object.keys(told).length > 0 &&
        endOf(spans) > endOf(own?.spans ?? []),
    );
    if (later.length > 0) this.broken.add('a check was told by an old conversation');
  }

  // ── invocations

  startIngest(event: unknown): void {
    this.start(
      'ingest',
      (ports) => ingest(ports, this.setup)(event),
      // Lambda asks again, and so does the retry queue after it.
      (how) => {
        if (how !== 'done')
          this.deliveries.push({ at: this.now + this.dice.between(10, 120) * second, event });
      },
    );
  }

  startEvaluate(hint: EvaluateHint): void {
    this.start(
      'evaluate',
      (ports) => evaluator(ports, this.setup)(hint),
      (how) => {
        if (how !== 'done') this.hints.push({ at: this.now + minute, start: () => this.startEvaluate(hint) });
      },
    );
  }

  startDeliver(hint: DeliverHint): void {
    this.start(
      'deliver',
      (ports) => deliver(ports, this.setup)(hint),
      (how) => {
        if (how !== 'done') this.hints.push({ at: this.now + minute, start: () => this.startDeliver(hint) });
      },
    );
  }

  startPoll(): void {
    this.start(
      'ingest',
      (ports) => ingest(ports, this.setup)({ poll: owner }),
      // The schedule asks again.
      () => undefined,
    );
  }

  /** Whether everything that the polled group holds has been read. */
  async isPolled(): Promise<boolean> {
    const last = Math.max(startOfStory, ...this.stored.map(({ visibleAt }) => visibleAt));
    const cursor = await this.table.get(cursorKey(polledGroup));
    return cursor?.kind === 'cursor' && cursor.next === undefined && cursor.to > last + minute;
  }

  startTick(): void {
    this.start(
      'tick',
      (ports) => tick(ports)(),
      () => undefined,
    );
  }

  hasRoom(): boolean {
    return this.processes.size < mostProcesses;
  }

  hasDue(): boolean {
    return this.hasRoom() && [...this.deliveries, ...this.hints].some(({ at }) => at <= this.now);
  }

  startDue(): void {
    const queue = [this.deliveries, this.hints].filter((list) => list.some(({ at }) => at <= this.now));
    const list: { readonly at: Millis }[] = this.dice.pick(queue);
    const index = this.dice.pick(list.flatMap(({ at }, i) => (at <= this.now ? [i] : [])));
    const [due] = list.splice(index, 1);
    if (due && 'event' in due) this.startIngest(due.event);
    else if (due && 'start' in due) (due as { start: () => void }).start();
  }

  advance(by: Millis): void {
    this.now += by;
    for (const process of [...this.processes])
      if (this.now - process.startedAt > longestRun) this.kill(process);
  }
}

/** Whether all that an alert says stands in the configuration as accepted: the stories are too short for anything to double. */
export function isAccepted({ incident: { findings, unexplained } }: Alert, { accepted }: Setup): boolean {
  const all = [...findings, ...(unexplained ? [unexplained] : [])];
  return (
    all.length > 0 &&
    all.every(({ fingerprint }) => accepted.some((each) => each.fingerprint === fingerprint))
  );
}
