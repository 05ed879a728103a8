import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AlertItem, EvalTodo, Item, Key, SentItem, StateItem, Write } from '#functions/items.ts';
import type { Table } from '#functions/ports.ts';
import { bareVerdict } from '#lib/engine/bare.ts';
import type { Fact } from '#lib/model/signal.ts';
import { eventTime } from '#lib/model/time.ts';

/** A partition that nobody used before, so that the same table may serve every test. */
const fresh = (): string => `contract#${randomUUID()}`;

const eval_ = (key: Key, token: string): EvalTodo => ({
  kind: 'eval',
  ...key,
  scope: 'shop',
  minute: 29_000_000,
  token,
  since: 1_764_000_000_000,
  hintAt: 1_764_000_020_000,
  hinted: 0,
  expires: 1_764_300_000,
});
const state = (key: Key, version: number): StateItem => ({
  kind: 'state',
  ...key,
  version,
  conversations: [],
  changes: [],
});
const sent = (key: Key, version: number, revision = 1): SentItem => ({
  kind: 'sent',
  ...key,
  version,
  revision,
});
const alert = (key: Key, news: string): AlertItem => ({
  kind: 'alert',
  ...key,
  alert: {
    conversation: '00c0ffee00c0ffee',
    status: 'firing',
    revision: 3,
    news,
    incident: bareVerdict({ id: 'i', service: 'shop', start: null, end: null }),
  },
  expires: 1_764_300_000,
});

/** One of each shape: conditions speak of tokens and versions, times may be negative, texts may hold anything. */
const oneOfEach = (pk: string): readonly Item[] => [
  {
    kind: 'page',
    pk,
    sk: '03:10#0123456789abcdef',
    page: {
      scope: 'shop',
      minute: 29_000_000,
      catalogue: '7',
      facts: [{ id: 'f', at: eventTime(1_764_000_000_123), signature: 'nginx/x', source: '/é' } as Fact],
      excerpts: [],
    },
    expires: 1_764_300_000,
  },
  eval_({ pk, sk: 'eval#shop#1' }, 'a token'),
  {
    kind: 'time',
    pk,
    sk: 'time#shop',
    scope: 'shop',
    due: 5,
    token: '9',
    since: -1,
    hintAt: 0,
    hinted: 2,
  },
  {
    kind: 'send',
    pk,
    sk: 'send#c#slack',
    cid: 'c',
    medium: 'slack',
    token: '3',
    since: 1,
    hintAt: 1,
    hinted: 0,
  },
  state({ pk, sk: '-' }, 12),
  alert({ pk, sk: 'doc' }, '日本 😀 \u0000 \ud800 "quoted" \\ ‹token 1›'),
  { ...sent({ pk, sk: 'sent#slack' }, 4), ref: 'C1:1.2', intent: { at: 1, leaseUntil: 2 } },
  { kind: 'cursor', pk, sk: 'g', version: 1, group: '/app/nginx', from: 1, to: 2, next: 'token' },
];

/**
 * What every table promises (functions/ports.ts). Call it inside a `describe`; `make` is called once for each test and
 * may answer with the same table each time.
 */
export function tableContract(make: () => Table | Promise<Table>): void {
  describe('items', () => {
    it('come back as they were put', async () => {
      const table = await make();
      for (const item of oneOfEach(fresh())) {
        expect(await table.put(item)).toBeUndefined();
        expect(await table.get(item)).toEqual(item);
      }
    });

    it('are not there before', async () => {
      const table = await make();
      expect(await table.get({ pk: fresh(), sk: '-' })).toBeUndefined();
    });

    it('make way for what is put, which answers with what was there', async () => {
      const table = await make();
      const key = { pk: fresh(), sk: '-' };
      await table.put(eval_(key, 'first'));
      expect(await table.put(state(key, 1))).toEqual(eval_(key, 'first'));
      expect(await table.get(key)).toEqual(state(key, 1));
    });
  });

  describe('a query', () => {
    it('answers with one partition from end to end, ascending', async () => {
      const table = await make();
      const [pk, other] = [fresh(), fresh()];
      for (const sk of ['c', 'a', 'e', 'b', 'd', 'bb', 'b~']) await table.put(sent({ pk, sk }, 1));
      await table.put(sent({ pk: other, sk: 'c' }, 1));
      const skOf = (items: readonly Item[]) => items.map(({ sk }) => sk);
      expect(skOf(await table.query(pk, 'b', 'd'))).toEqual(['b', 'bb', 'b~', 'c', 'd']);
      expect(skOf(await table.query(pk, 'b', 'b~'))).toEqual(['b', 'bb', 'b~']);
      expect(skOf(await table.query(pk, 'c', 'c'))).toEqual(['c']);
      expect(await table.query(pk, 'f', 'z')).toEqual([]);
      expect(await table.query(pk, 'd', 'b')).toEqual([]);
      expect(await table.query(fresh(), 'a', 'z')).toEqual([]);
    });

    it('goes on to the end of what does not fit into one answer', async () => {
      const table = await make();
      const pk = fresh();
      const items = ['1', '2', '3', '4', '5'].map((sk) => alert({ pk, sk }, sk.repeat(300_000)));
      for (const item of items) await table.put(item);
      expect(await table.query(pk, '1', '5')).toEqual(items);
    });
  });

  describe('a conditional write', () => {
    const key = (): Key => ({ pk: fresh(), sk: '-' });

    it.each([
      { held: 'nothing', when: { is: 'absent' }, holds: true },
      { held: 'token t', when: { is: 'absent' }, holds: false },
      { held: 'token t', when: { is: 'token', token: 't' }, holds: true },
      { held: 'token t', when: { is: 'token', token: 'T' }, holds: false },
      { held: 'version 1', when: { is: 'token', token: '1' }, holds: false },
      { held: 'nothing', when: { is: 'token', token: 't' }, holds: false },
      { held: 'version 1', when: { is: 'version', version: 1 }, holds: true },
      { held: 'version 1', when: { is: 'version', version: 2 }, holds: false },
      { held: 'token t', when: { is: 'version', version: 1 }, holds: false },
      { held: 'nothing', when: { is: 'version', version: 1 }, holds: false },
    ] as const)('over $held when $when', async ({ held, when, holds }) => {
      const table = await make();
      for (const act of ['put', 'delete'] as const) {
        const at = key();
        const before = { nothing: undefined, 'token t': eval_(at, 't'), 'version 1': state(at, 1) }[held];
        if (before) await table.put(before);
        const after = sent(at, 7);
        const write =
          act === 'put' ? ({ do: 'put', item: after } as const) : ({ do: 'delete', key: at } as const);
        expect(await table.write({ ...write, when })).toBe(holds);
        expect(await table.get(at)).toEqual(holds ? (act === 'put' ? after : undefined) : before);
      }
    });
  });

  describe('a batch', () => {
    it('may be longer than one call takes', async () => {
      const table = await make();
      const pk = fresh();
      const items = Array.from({ length: 60 }, (_, n) => sent({ pk, sk: String(n).padStart(3, '0') }, n));
      let left: readonly Item[] = items;
      for (let tries = 0; left.length > 0 && tries < 20; tries++) left = await table.batchPut(left);
      expect(await table.query(pk, '0', '9')).toEqual(items);
    });

    it('may be empty, and the last of one key stays', async () => {
      const table = await make();
      const pk = fresh();
      expect(await table.batchPut([])).toEqual([]);
      let left: readonly Item[] = [
        sent({ pk, sk: 'a' }, 1),
        sent({ pk, sk: 'b' }, 1),
        sent({ pk, sk: 'a' }, 2),
      ];
      for (let tries = 0; left.length > 0 && tries < 20; tries++) left = await table.batchPut(left);
      expect(await table.query(pk, 'a', 'b')).toEqual([sent({ pk, sk: 'a' }, 2), sent({ pk, sk: 'b' }, 1)]);
    });
  });

  describe('a transaction', () => {
    it('writes all of it', async () => {
      const table = await make();
      const pk = fresh();
      await table.put(state({ pk, sk: '-' }, 1));
      await table.put(eval_({ pk, sk: 'gone' }, 't'));
      const writes: readonly Write[] = [
        { do: 'put', item: state({ pk, sk: '-' }, 2), when: { is: 'version', version: 1 } },
        { do: 'put', item: eval_({ pk, sk: 'new' }, 'n') },
        { do: 'put', item: sent({ pk, sk: 'first' }, 1), when: { is: 'absent' } },
        { do: 'delete', key: { pk, sk: 'gone' }, when: { is: 'token', token: 't' } },
        { do: 'delete', key: { pk, sk: 'never there' } },
      ];
      expect(await table.transact(writes)).toBe('committed');
      expect(await table.query(pk, '-', '~')).toEqual([
        state({ pk, sk: '-' }, 2),
        sent({ pk, sk: 'first' }, 1),
        eval_({ pk, sk: 'new' }, 'n'),
      ]);
    });

    it('writes nothing of it where one condition fails', async () => {
      const table = await make();
      const pk = fresh();
      await table.put(state({ pk, sk: '-' }, 2));
      await table.put(eval_({ pk, sk: 'kept' }, 't'));
      const writes: readonly Write[] = [
        { do: 'put', item: eval_({ pk, sk: 'new' }, 'n') },
        { do: 'delete', key: { pk, sk: 'kept' } },
        { do: 'put', item: state({ pk, sk: '-' }, 3), when: { is: 'version', version: 1 } },
      ];
      expect(await table.transact(writes)).toBe('conflict');
      expect(await table.query(pk, '-', '~')).toEqual([
        state({ pk, sk: '-' }, 2),
        eval_({ pk, sk: 'kept' }, 't'),
      ]);
    });

    it('may be a hundred writes and no more, of different items', async () => {
      const table = await make();
      const pk = fresh();
      const puts = (length: number): readonly Write[] =>
        Array.from({ length }, (_, n) => ({
          do: 'put',
          item: sent({ pk, sk: String(n).padStart(3, '0') }, 1),
        }));
      expect(await table.transact(puts(100))).toBe('committed');
      expect(await table.query(pk, '0', '9')).toHaveLength(100);
      await expect(table.transact(puts(101))).rejects.toThrow();
      const twice: readonly Write[] = [...puts(1), { do: 'delete', key: { pk, sk: '000' } }];
      await expect(table.transact(twice)).rejects.toThrow();
    });

    it('lets one of two that want the same through', async () => {
      const table = await make();
      const pk = fresh();
      await table.put(state({ pk, sk: '-' }, 1));
      const commit = (sk: string) =>
        table.transact([
          { do: 'put', item: state({ pk, sk: '-' }, 2), when: { is: 'version', version: 1 } },
          { do: 'put', item: sent({ pk, sk }, 1) },
        ]);
      const answers = await Promise.all([commit('a'), commit('b')]);
      expect(answers.filter((answer) => answer === 'committed').length).toBeLessThanOrEqual(1);
      const written = (await table.query(pk, 'a', 'b')).length;
      expect(written).toBe(answers.filter((answer) => answer === 'committed').length);
    });
  });
}
