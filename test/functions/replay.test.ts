import { describe, expect, it, vi } from 'vitest';
import { configure } from '#functions/config.ts';
import type { ReportStore, Sender } from '#functions/ports.ts';
import { putAway, takeOut } from '#functions/replay/put-away.ts';
import { nothingYet } from '#functions/replay/recall.ts';
import { type Answer, largestAnswer, replay } from '#functions/replay.ts';
import type { Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Alert } from '#lib/model/alert.ts';
import type { Page } from '#lib/model/page.ts';
import { day, hour } from '#lib/model/time.ts';
import { eventOf, fakeClock, type Habits, madeUpLogs } from './replay-store.ts';

const from = Date.UTC(2026, 10, 22, 12);
const to = from + 2 * hour;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
function nginx(at: number, path: string): string {
  const time = new Date(at).toISOString();
  return `${time.slice(0, 10).replaceAll('-', '/')} ${time.slice(11, 19)} [error] 7#7: *${at % 9_973} upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.9, server: shop.example.com, request: "GET ${path} HTTP/1.1", upstream: "http://10.0.0.5:8000${path}", host: "shop.example.com"`;
}
const gunicorn = (at: number, pid: number): string =>
  `[${new Date(at).toISOString().slice(0, 10)} ${new Date(at).toISOString().slice(11, 19)} +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:${pid})`;

/** Closes in two stories, an hour apart. */
const closes = [0, 1, 2, 60, 61].map((minutes) => from + minutes * 60_000 + 5_000);
const logs = {
  '/app/nginx': closes.map((at, index) => eventOf(index, at, nginx(at, `/reports/${twoDigits(index)}`))),
  '/app/api': closes.map((at, index) => eventOf(index, at - 500, gunicorn(at - 1_000, 100 + index))),
};

function setupWith(more: object = {}): Setup {
  const read = configure(
    {
      sources: [
        { logGroup: '/app/nginx', role: 'proxy', formats: ['nginx-error'] },
        { logGroup: '/app/api', role: 'backend', formats: ['gunicorn'] },
      ],
      ...more,
    },
    catalogue,
  );
  if (read.kind === 'wrong') throw new Error(read.errors.join('\n'));
  return read.setup;
}

function bucket(): ReportStore & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    bucket: 'reports-of-closecall',
    held,
    get: async (key) => held.get(key),
    put: async (key, text) => void held.set(key, text),
    remove: async (key) => void held.delete(key),
  };
}

/** A medium with a memory, and perhaps with bad days. */
function medium(failures: readonly boolean[] = []) {
  const messages = new Map<string, { cid: string; alert: Alert }>();
  let sent = 0;
  const sender: Sender = {
    render: (alert) => ({ kind: 'print', text: JSON.stringify(alert) }),
    async send(outbound, cid, ref) {
      const retryable = failures[sent++];
      if (retryable !== undefined) return { outcome: 'failed', retryable, why: 'it is closed' };
      const name = ref ?? `message ${messages.size}`;
      messages.set(name, { cid, alert: JSON.parse('text' in outbound ? outbound.text : '') as Alert });
      return { outcome: 'delivered', ref: name };
    },
    find: async (cid) => [...messages].find(([, message]) => message.cid === cid)?.[0],
  };
  return { sender, messages, sent: () => sent };
}

interface Stage {
  readonly habits?: Habits;
  readonly setup?: Setup;
  readonly senders?: ReadonlyMap<string, Sender>;
  readonly reports?: ReturnType<typeof bucket>;
  /** Bytes of an answer. */
  readonly largest?: number;
  /** Milliseconds that are left after so many questions to CloudWatch. */
  readonly left?: (asks: number) => number;
}

function stage({
  habits,
  setup = setupWith(),
  senders = new Map(),
  reports = bucket(),
  largest,
  left,
}: Stage = {}) {
  const store = madeUpLogs(logs, habits);
  const clock = fakeClock(to + hour);
  const counted: string[] = [];
  const log = { warn: () => {}, count: (metric: string) => void counted.push(metric) };
  const run = replay({ logs: store, reports, senders: async () => senders, clock, log }, setup, largest);
  const ask = (event: unknown): Promise<Answer> =>
    run(event, {
      getRemainingTimeInMillis: () => left?.(store.asks.length) ?? 900_000,
    });
  return { ask, store, reports, clock, counted };
}

const verdictIn = (answer: Answer) => {
  if (!('incidents' in answer)) throw new Error(`no verdict: ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
};

describe('the replay function', () => {
  it('answers with the verdict JSON', async () => {
    const { ask, reports } = stage();
    const { incidents, summary, read } = verdictIn(await ask({ since: from, until: to }));
    expect(incidents.map((incident) => incident.closes)).toEqual([3, 2]);
    expect(incidents.flatMap(({ findings }) => findings.map(({ cause }) => cause))).toEqual([
      'worker-timeout',
      'worker-timeout',
    ]);
    expect(summary).toMatchObject({ closes: 5, explained: 5 });
    expect(read.sources).toMatchObject([
      { origin: '/app/nginx', format: 'nginx-error', lines: 5, examined: 5, understood: 5 },
      { origin: '/app/api', format: 'gunicorn', lines: 5, examined: 5, understood: 5 },
    ]);
    expect(reports.held.size).toBe(0);
  });

  it('takes times as text too, UTC unless they say their zone', async () => {
    const asked = [
      { since: '2026-11-22T12:00:00Z', until: '2026-11-22T14:00:00Z' },
      { since: '2026-11-22 12:00', until: '2026-11-22T15:00:00+01:00' },
      { since: '3h', until: '1h' },
      { since: '3h' },
    ];
    for (const each of asked) expect(verdictIn(await stage().ask(each)).summary.closes).toBe(5);
    const half = await stage().ask({ since: from, until: from + 30 * 60_000 });
    expect(verdictIn(half).summary.closes).toBe(3);
  });

  it('has both ends of the window inside', async () => {
    const { ask } = stage();
    const [first = 0] = closes;
    expect(verdictIn(await ask({ since: first, until: first })).summary.closes).toBe(1);
    expect(verdictIn(await ask({ since: first + 1, until: first + 2 })).summary.closes).toBe(0);
  });

  it('reads only the sources that are asked for, and has only these in view', async () => {
    const { ask, store } = stage();
    const { summary, read } = verdictIn(await ask({ since: from, until: to, sources: ['/app/nginx'] }));
    expect(summary.closes).toBe(5);
    expect(read.sources.map(({ origin }) => origin)).toEqual(['/app/nginx']);
    expect(read.warnings.join(' ')).toContain('No backend is among the log groups');
    expect(new Set(store.asks.map(({ group }) => group))).toEqual(new Set(['/app/nginx']));
  });

  it('counts no line twice where a slice is read anew', async () => {
    const { ask, store } = stage({ habits: { size: 1, staleAt: 1, untidy: true } });
    const { read, summary } = verdictIn(await ask({ since: from, until: to }));
    expect(summary.closes).toBe(5);
    expect(read.sources.map(({ lines }) => lines)).toEqual([5, 5]);
    expect(store.asks.some(({ next }) => next !== undefined)).toBe(true);
  });

  it("asks with each group's own filter pattern, or with none", async () => {
    const { ask, store } = stage();
    await ask({ since: from, until: to });
    const [one] = store.asks.filter(({ group }) => group === '/app/api');
    expect(one?.pattern).toContain('?"WORKER TIMEOUT');
    expect(one?.pattern).not.toContain('prematurely');
    const asked = store.asks.length;
    expect(verdictIn(await ask({ since: from, until: to, unfiltered: true })).summary.closes).toBe(5);
    expect(store.asks.slice(asked).every(({ pattern }) => pattern === '')).toBe(true);
  });

  it('puts an answer that is too large into the bucket', async () => {
    const whole = verdictIn(await stage().ask({ since: from, until: to }));
    const text = JSON.stringify(whole);
    const bytes = Buffer.byteLength(text);
    expect(verdictIn(await stage({ largest: bytes }).ask({ since: from, until: to }))).toEqual(whole);

    const { ask, reports } = stage({ largest: bytes - 1 });
    const answer = await ask({ since: from, until: to });
    const [key = ''] = reports.held.keys();
    expect(answer).toEqual({ report: { bucket: 'reports-of-closecall', key, bytes } });
    expect(key).toMatch(/^reports\/[0-9a-f]{16}\.json$/);
    expect(reports.held.get(key)).toBe(text);
    expect(largestAnswer).toBeLessThan(6 * 1024 * 1024);
  });

  it('hands over to the next call when time runs out, and comes to the same verdict', async () => {
    const whole = verdictIn(await stage().ask({ since: from, until: to }));
    const reports = bucket();
    const shares: number[] = [];
    let request: object = { since: from, until: to };
    for (let calls = 0; ; calls++) {
      // Every call is a process of its own, and has time for twelve questions.
      const { ask } = stage({ reports, habits: { size: 1 }, left: (asks) => 900_000 - asks * 72_000 });
      const answer = await ask(request);
      if ('incidents' in answer) {
        expect({ ...answer, tool: whole.tool }).toEqual(whole);
        expect(calls).toBeGreaterThan(1);
        break;
      }
      if (!('next' in answer) || !('read' in answer)) throw new Error(JSON.stringify(answer));
      shares.push(answer.read);
      expect(
        [...reports.held.keys()].filter((key) => /^replays\/[0-9a-f]{16}\.json$/.test(key)),
      ).toHaveLength(1);
      expect(calls).toBeLessThan(20);
      request = { next: answer.next };
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(reports.held.size).toBe(0);
  });

  it('does not go on with what another configuration has read', async () => {
    const reports = bucket();
    const first = stage({ reports, left: () => 1_000 });
    const answer = await first.ask({ since: from, until: to });
    if (!('next' in answer)) throw new Error('it had time');
    const other = stage({ reports, setup: setupWith({ timings: { gap: '5m' } }) });
    expect(await other.ask({ next: answer.next })).toMatchObject({
      error: {
        path: 'next',
        what: expect.stringContaining('configuration'),
        remedy: expect.stringContaining('anew'),
      },
    });
    expect(await stage().ask({ next: '0123456789abcdef' })).toMatchObject({
      error: { path: 'next', what: expect.stringContaining('nothing is kept') },
    });
  });
});

describe('what a replay puts away', () => {
  const half = (asks: number) => (asks < 10 ? 900_000 : 1_000);

  it('lies in portions, which are one again', async () => {
    const reports = bucket();
    const fact = (index: number): Page['facts'][number] => ({
      id: `${index}`.padStart(8, '0'),
      at: null,
      resolution: 0,
      source: '/app/nginx',
      signature: 'x',
      content: `of ${index}`,
      says: {},
      keys: {},
    });
    const page = (scope: string, facts: number): Page => ({
      scope,
      minute: 7,
      catalogue: 'x',
      facts: Array.from({ length: facts }, (_, index) => fact(index)),
      excerpts: [
        { content: `of ${facts - 1}`, at: null, source: '/app/nginx', text: 'the last', mark: [0, 3] },
      ],
    });
    const recalled = nothingYet();
    const pages = [page('a', 95_000), page('b', 6_000), page('c', 5_000)];
    recalled.pool.add(pages);
    const question = { from, to, sources: [], publish: false, unfiltered: false, rate: undefined };
    await putAway(reports, 'x', { question, begun: to, done: [], recalled });
    const sizes = [...reports.held].flatMap(([key, text]) =>
      key.endsWith('.gz')
        ? [(JSON.parse(text) as Page[]).reduce((sum, { facts }) => sum + facts.length, 0)]
        : [],
    );
    expect(sizes).toEqual([...Array.from({ length: 9 }, () => 10_000), 5_000, 6_000, 5_000]);
    const out = await takeOut(reports, 'x');
    expect(out?.recalled.signals).toBe(106_000);
    expect(out?.recalled.pool.pages()).toEqual(pages);

    // Begun anew, as much may have been read as then, and not the same.
    const anew = nothingYet();
    anew.pool.add([page('b', 3)]);
    await putAway(reports, 'x', { question, begun: to + 1, done: [], recalled: anew });
    expect((await takeOut(reports, 'x'))?.recalled.pool.pages()).toEqual([page('b', 3)]);
    expect([...reports.held.keys()].filter((key) => key.endsWith('.gz'))).toHaveLength(1);

    const [portion = ''] = [...reports.held.keys()].filter((key) => key.endsWith('.gz'));
    reports.held.delete(portion);
    expect(await takeOut(reports, 'x')).toBeUndefined();
  });

  it('is gone on from when the same is asked again, but not what was still to come then', async () => {
    const reports = bucket();
    const question = { since: from, until: to };
    await stage({ reports, habits: { size: 1 }, left: half }).ask(question);
    const again = stage({ reports, habits: { size: 1 } });
    expect(verdictIn(await again.ask(question)).summary.closes).toBe(5);
    const anew = stage({ habits: { size: 1 } });
    await anew.ask(question);
    expect(again.store.asks.length).toBeLessThan(anew.store.asks.length);

    const future = { since: from, until: to + 2 * hour };
    await stage({ reports, habits: { size: 1 }, left: half }).ask(future);
    const later = stage({ reports, habits: { size: 1 } });
    const whole = stage({ habits: { size: 1 } });
    await later.ask(future);
    await whole.ask(future);
    expect(later.store.asks.length).toBe(whole.store.asks.length);
    expect(reports.held.size).toBe(0);
  });

  it('says after how long another call may do', async () => {
    const habits: Habits = {
      size: 1,
      refuses: (_, call) => (call > 12 ? { kind: 'throttled' } : undefined),
    };
    expect(await stage({ habits }).ask({ since: from, until: to })).toMatchObject({
      error: { what: expect.stringContaining('asked too often') },
      next: expect.any(String),
      after: 60,
    });
  });
});

describe('what the replay function refuses', () => {
  it.each<[string, unknown, object]>([
    ['no object', 'yesterday', { what: expect.stringContaining('no JSON object') }],
    ['nothing', undefined, { what: expect.stringContaining('no JSON object') }],
    ['no since', { until: to }, { path: 'since', what: 'since is missing' }],
    ['no time', { since: 'tuesday' }, { path: 'since', what: 'since is "tuesday": that is no time' }],
    ['no date', { since: from, until: '2026-02-30' }, { path: 'until' }],
    ['a time that is too far', { since: 9e15 }, { path: 'since' }],
    ['times the wrong way round', { since: to, until: from }, { path: 'since', remedy: 'exchange them' }],
    [
      'an unknown group',
      { since: from, sources: ['/app/nginx', '/app/x'] },
      { path: 'sources[1]', remedy: expect.stringContaining('/app/api') },
    ],
    ['no list', { since: from, sources: '/app/nginx' }, { path: 'sources' }],
    ['an empty list', { since: from, sources: [] }, { path: 'sources' }],
    [
      'a misspelt member',
      { since: from, untill: to },
      { path: 'untill', remedy: expect.stringContaining('until') },
    ],
    ['a wrong switch', { since: from, publish: 'yes' }, { path: 'publish', remedy: 'write true or false' }],
    ['no token', { next: '../reports/x' }, { path: 'next' }],
  ])('%s', async (_, event, error) => {
    const { ask, store } = stage();
    expect(await ask(event)).toMatchObject({ error });
    expect(store.asks).toHaveLength(0);
  });

  it('a stack without log groups', async () => {
    const { ask } = stage({ setup: setupWith({ sources: [] }) });
    expect(await ask({ since: from })).toMatchObject({
      error: { remedy: expect.stringContaining('sources') },
    });
  });

  const week = { class: 'STANDARD', created: 0, retention: 7 * day };
  it('a window that is older than what the group keeps', async () => {
    const { ask } = stage({ habits: { facts: { '/app/nginx': week } } });
    const until = to + hour - 8 * day;
    expect(await ask({ since: until - hour, until })).toEqual({
      error: {
        path: 'until',
        what: '/app/nginx keeps its events for 7 days, and the whole window is older',
        remedy: expect.stringContaining('later window'),
      },
    });
    const partly = verdictIn(await ask({ since: until, until: to }));
    expect(partly.read.warnings.join(' ')).toContain(
      '/app/nginx keeps its events for 7 days: what it held before',
    );
  });

  it('a class of log groups that cannot be read, a group that is gone', async () => {
    const facts = { '/app/api': { class: 'INFREQUENT_ACCESS', created: 0, retention: undefined } };
    expect(await stage({ habits: { facts } }).ask({ since: from })).toMatchObject({
      error: {
        what: expect.stringContaining('INFREQUENT_ACCESS'),
        remedy: expect.stringContaining('Logs Insights'),
      },
    });
    const gone = setupWith({ sources: [{ logGroup: '/app/gone', role: 'proxy' }] });
    expect(await stage({ setup: gone }).ask({ since: from })).toMatchObject({
      error: { what: 'there is no log group /app/gone in this account and Region' },
    });
  });

  it('says so where a window begins before the group, and reads it all the same', async () => {
    const facts = { '/app/nginx': { class: 'STANDARD', created: from + hour, retention: undefined } };
    const { summary, read } = verdictIn(await stage({ habits: { facts } }).ask({ since: from, until: to }));
    expect(summary.closes).toBe(5);
    expect(read.warnings.join(' ')).toContain('/app/nginx was created at 2026-11-22T13:00:00.000Z');
  });

  it('a group that it may not read; what was read until then can be gone on from', async () => {
    const reports = bucket();
    let locked = true;
    const habits: Habits = {
      size: 1,
      refuses: ({ group }, call) =>
        locked && call > 12
          ? { kind: 'denied', group, why: 'not authorized to perform: logs:FilterLogEvents' }
          : undefined,
    };
    const { ask } = stage({ reports, habits });
    const answer = await ask({ since: from, until: to });
    expect(answer).toMatchObject({
      error: {
        what: expect.stringContaining('not authorized'),
        remedy: expect.stringContaining('logs:FilterLogEvents'),
      },
      next: expect.any(String),
    });
    // Only what passes by itself is worth another call.
    expect(answer).not.toHaveProperty('after');
    locked = false;
    if (!('next' in answer)) return;
    expect(verdictIn(await ask({ next: answer.next })).summary.closes).toBe(5);
  });
});

describe('publishing', () => {
  const setup = setupWith({
    notify: {
      slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } },
      email: { to: ['ops@example.com'], minCloses: 3 },
    },
  });

  it('says of each incident once that it is over, to those who would have heard of it, under keys of its own', async () => {
    const [slack, email] = [medium(), medium()];
    const senders = new Map([
      ['slack', slack.sender],
      ['email', email.sender],
    ]);
    const { ask, counted } = stage({ setup, senders });
    const answer = verdictIn(await ask({ since: from, until: to, publish: true }));
    const keys = answer.incidents.map(({ start }) => `replay:default:${start}`);
    expect([...slack.messages.values()].map(({ cid }) => cid)).toEqual(keys);
    // The second incident has two closes, and mail waits for three.
    expect([...email.messages.values()].map(({ cid }) => cid)).toEqual(keys.slice(0, 1));
    for (const { alert } of slack.messages.values()) {
      expect(alert).toMatchObject({ status: 'resolved', revision: 1 });
      expect(alert.news).toContain('learnt 15:00 UTC');
      expect(keys).toContain(alert.conversation);
    }
    expect('published' in answer && answer.published).toEqual([
      { conversation: keys[0], medium: 'slack', outcome: 'delivered' },
      { conversation: keys[0], medium: 'email', outcome: 'delivered' },
      { conversation: keys[1], medium: 'slack', outcome: 'delivered' },
    ]);
    expect(counted).toEqual(['Delivered', 'Delivered', 'Delivered']);

    await ask({ since: from, until: to, publish: true });
    expect(slack.messages.size).toBe(2);
  });

  it('withholds what is accepted, as it was withheld then', async () => {
    const all = verdictIn(await stage({ setup }).ask({ since: from, until: to })).incidents;
    const accepting = (names: readonly string[], until = '2027-01-31') =>
      setupWith({
        notify: { slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } } },
        accepted: names.map((fingerprint) => ({
          fingerprint,
          owner: 'team-reports',
          until,
          because: 'a queue is on its way',
        })),
      });
    const told = async (own: Setup) => {
      const slack = medium();
      const { ask } = stage({ setup: own, senders: new Map([['slack', slack.sender]]) });
      await ask({ since: from, until: to, publish: true });
      return [...slack.messages.values()].map(({ alert }) => alert);
    };
    const names = [
      ...new Set(all.flatMap(({ findings }) => findings.flatMap(({ fingerprint = '' }) => fingerprint))),
    ];
    expect(names).toHaveLength(1);
    expect(await told(accepting([]))).toHaveLength(2);
    expect(await told(accepting(names))).toEqual([]);
    const [late] = await told(accepting(names, '2026-11-21'));
    expect(late?.notes).toEqual([
      'worker-timeout on /reports/:id was accepted by team-reports until 2026-11-21, which has passed',
    ]);
  });

  it('says nothing unless it is asked to', async () => {
    const slack = medium();
    const { ask } = stage({ setup, senders: new Map([['slack', slack.sender]]) });
    const answer = verdictIn(await ask({ since: from, until: to }));
    expect(slack.sent()).toBe(0);
    expect('published' in answer).toBe(false);
  });

  /** Calls, each a process of its own with time for some words, until one has said everything. */
  async function goingOn(words: number, slack: ReturnType<typeof medium>) {
    const reports = bucket();
    let request: object = { since: from, until: to, publish: true };
    for (let calls = 1; calls < 10; calls++) {
      const before = slack.sent();
      const left = () => (slack.sent() - before < words ? 900_000 : 59_000);
      const { ask, store } = stage({ setup, senders: new Map([['slack', slack.sender]]), reports, left });
      const answer = await ask(request);
      if ('incidents' in answer) return { answer, calls, reports, asks: store.asks.length };
      expect(answer).toMatchObject({ next: expect.any(String), read: 1 });
      request = { next: 'next' in answer ? answer.next : '' };
    }
    throw new Error('it never came to an end');
  }

  it('hands over to the next call when time runs out in the middle, and says nothing twice', async () => {
    const slack = medium();
    const { answer, calls, reports, asks } = await goingOn(1, slack);
    expect({ calls, asks, sent: slack.sent() }).toEqual({ calls: 2, asks: 0, sent: 2 });
    expect('published' in answer && answer.published.map(({ outcome }) => outcome)).toEqual([
      'delivered',
      'delivered',
    ]);
    expect(reports.held.size).toBe(0);
  });

  it('does not try again when there is no time left, and leaves the word to the next call', async () => {
    const slack = medium([true]);
    const { answer, calls } = await goingOn(1, slack);
    expect({ calls, sent: slack.sent() }).toEqual({ calls: 3, sent: 3 });
    expect('published' in answer && answer.published.map(({ outcome }) => outcome)).toEqual([
      'delivered',
      'delivered',
    ]);
  });

  it('goes on after a call that ended without a word, when the same is asked again', async () => {
    const slack = medium();
    const reports = bucket();
    const senders = new Map([['slack', slack.sender]]);
    const ask = (sender: Sender) => stage({ setup, senders: new Map([['slack', sender]]), reports });
    const killed = ask({
      ...slack.sender,
      send: (...word) => (slack.sent() === 1 ? new Promise(() => {}) : slack.sender.send(...word)),
    });
    const question = { since: from, until: to, publish: true };
    void killed.ask(question);
    await vi.waitFor(() => expect([...reports.held.keys()].join(' ')).toContain('published.json'));

    const again = stage({ setup, senders, reports });
    const answer = verdictIn(await again.ask(question));
    expect(again.store.asks).toHaveLength(0);
    expect(slack.sent()).toBe(2);
    expect('published' in answer && answer.published).toHaveLength(2);
    expect(reports.held.size).toBe(0);
    // It is over, so whoever asks once more means it.
    await stage({ setup, senders, reports }).ask(question);
    expect(slack.sent()).toBe(4);
  });

  it('tries again what may be tried again, and tells what did not arrive', async () => {
    const patient = medium([true, true]);
    const hopeless = medium([false, false, false]);
    const senders = new Map([
      ['slack', patient.sender],
      ['email', hopeless.sender],
    ]);
    const { ask, clock } = stage({ setup, senders });
    const answer = await ask({ since: from, until: to, publish: true });
    expect('published' in answer && answer.published).toMatchObject([
      { medium: 'slack', outcome: 'delivered' },
      { medium: 'email', outcome: 'failed', why: 'it is closed' },
      { medium: 'slack', outcome: 'delivered' },
    ]);
    expect(hopeless.sent()).toBe(1);
    expect(clock.slept.filter((ms) => ms >= 2_000)).toEqual([4_000, 8_000]);
  });

  it('goes on from the part that arrived', async () => {
    const refs: (string | undefined)[] = [];
    const half: Sender = {
      render: (alert) => ({ kind: 'print', text: alert.conversation }),
      async send(_message, _cid, ref) {
        refs.push(ref);
        return ref === undefined
          ? { outcome: 'failed', retryable: true, why: 'the thread must wait', ref: 'C1:1.5' }
          : { outcome: 'delivered', ref };
      },
    };
    const { ask } = stage({ setup, senders: new Map([['slack', half]]) });
    await ask({ since: from, until: to, publish: true });
    expect(refs).toEqual([undefined, 'C1:1.5', undefined, 'C1:1.5']);
  });
});
