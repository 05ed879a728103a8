import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { mostConversationsKept } from '#functions/config/deployable.ts';
import type { Item, PageItem, SentItem, StateItem } from '#functions/items.ts';
import type { Conversation } from '#lib/model/conversation.ts';
import { hash64 } from '#lib/model/hash.ts';
import { eventTime } from '#lib/model/time.ts';
import { useFakeAws } from './fake-aws.ts';
import { Refused } from './fake-dynamo.ts';
import { tableContract } from './table-contract.ts';

describe('the table in memory', () => tableContract(() => new MemoryTable()));

const aws = useFakeAws();
const naps: number[] = [];
const table = () => dynamoTable('closecall', { sleep: async (ms) => void naps.push(ms) });
const sent = (sk: string, version = 1): SentItem => ({ kind: 'sent', pk: 'p', sk, version, revision: 1 });

describe('the table in DynamoDB', () => {
  tableContract(table);

  it('keeps what conditions speak of beside the content, and pages gzipped', async () => {
    const page: PageItem = {
      kind: 'page',
      pk: 'page#shop',
      sk: '03:10#1',
      page: { scope: 'shop', minute: 1, catalogue: '1', facts: [], excerpts: [] },
      expires: 1_764_300_000,
    };
    await table().batchPut([page]);
    await table().put({ ...sent('s', 4), ref: 'C1:2' });
    const [first, second] = [...aws.dynamo.items.values()];
    expect(first).toEqual({
      pk: { S: 'page#shop' },
      sk: { S: '03:10#1' },
      kind: { S: 'page' },
      expires: { N: '1764300000' },
      page: { B: expect.any(String) },
    });
    const gzip = Buffer.from(first?.['page']?.B ?? '', 'base64');
    expect(JSON.parse(gunzipSync(gzip).toString())).toEqual(page.page);
    expect(second).toEqual({
      pk: { S: 'p' },
      sk: { S: 's' },
      kind: { S: 'sent' },
      version: { N: '4' },
      body: { S: '{"revision":1,"ref":"C1:2"}' },
    });
  });

  /** As rich as one gets whose closes come one by one. */
  const conversation = (index: number): Conversation => {
    const at = eventTime(1_795_000_000_000 + index * 69_131);
    const [cid, fingerprint] = [hash64(`conversation ${index}`), hash64(`fingerprint ${index % 7}`)];
    const count = { fingerprint, cause: 'worker-timeout', day: '2026-11-22', closes: 1 + (index % 9) };
    const told = {
      revision: 3,
      phase: 'resolved',
      judgement: 'worker-timeout confirmed',
      closes: count.closes,
    } as const;
    return {
      cid,
      openedAt: at + 7,
      phase: { is: 'resolved', at: at + 200_000 + (index % 977) },
      spans: [{ from: at, to: at, closes: count.closes, counts: [count] }],
      earlier: 0,
      settled: [],
      revision: 3,
      verdict: hash64(`verdict ${index}`),
      judgement: 'worker-timeout confirmed',
      confirmedExit: true,
      evident: true,
      leading: fingerprint,
      accepted: [],
      before: { cid: hash64(`conversation ${index - 1}`), at: at - 69_131, closes: 3 },
      news: { kind: 'resolved', quietSince: at },
      told: Object.fromEntries(
        ['slack', 'email', 'webhook', 'chat'].map((medium, n) => [
          medium,
          { ...told, at: at + n * 131 + (index % 89) },
        ]),
      ),
      due: at + 86_400_000,
    };
  };
  const stateOf = (conversations: readonly Conversation[]): StateItem => ({
    kind: 'state',
    pk: 'state#shop',
    sk: '-',
    version: 1,
    conversations,
    changes: [],
  });

  it('holds the state of the shortest gap that may be deployed', async () => {
    const state = stateOf(Array.from({ length: mostConversationsKept }, (_, index) => conversation(index)));
    expect(JSON.stringify(state).length).toBeGreaterThan(4 * 400 * 1024);
    await table().put(state);
    expect(await table().get(state)).toEqual(state);
  });

  it('reads a state that was stored as it is', async () => {
    const { conversations, changes, ...key } = stateOf([conversation(1)]);
    aws.dynamo.items.set(JSON.stringify(['state#shop', '-']), {
      pk: { S: key.pk },
      sk: { S: key.sk },
      kind: { S: 'state' },
      version: { N: '1' },
      body: { S: JSON.stringify({ conversations, changes }) },
    });
    expect(await table().query(key.pk, '-', '-')).toEqual([{ ...key, conversations, changes }]);
  });

  it('answers with what a batch left undone', async () => {
    aws.dynamo.unprocessed = 3;
    const items = Array.from({ length: 30 }, (_, n) => sent(String(n).padStart(2, '0')));
    const left = await table().batchPut(items);
    expect(left).toEqual(items.slice(0, 3));
    expect(aws.dynamo.items.size).toBe(27);
    const sizes = aws.calls.map(
      ({ body }) => (body['RequestItems'] as Record<string, unknown[]>)['closecall']?.length,
    );
    expect(sizes).toEqual([25, 5]);
  });

  it('refuses an item that is too large before it is sent', async () => {
    const large = { ...sent('l'), ref: 'x'.repeat(410_000) };
    await expect(table().put(large)).rejects.toThrow('The sent p l is 401 KB and DynamoDB keeps 400 KB');
    await expect(table().transact([{ do: 'put', item: large }])).rejects.toThrow('401 KB');
    expect(aws.calls).toEqual([]);
  });

  it('is patient with throttling, and then throws', async () => {
    let refusals = 2;
    aws.fault = () => (refusals-- > 0 ? new Refused('ProvisionedThroughputExceededException') : undefined);
    await table().put(sent('a'));
    expect(aws.calls).toHaveLength(3);
    aws.fault = () => new Refused('ValidationException');
    await expect(table().get({ pk: 'p', sk: 'a' })).rejects.toThrow();
    expect(aws.calls).toHaveLength(4);
  });

  it('waits while a transaction is about the same item', async () => {
    let refusals = 2;
    aws.fault = () => (refusals-- > 0 ? new Refused('TransactionConflictException') : undefined);
    naps.length = 0;
    expect(await table().write({ do: 'put', item: sent('a'), when: { is: 'absent' } })).toBe(true);
    expect(naps).toEqual([50, 100]);
    aws.fault = () => new Refused('TransactionConflictException');
    await expect(table().put(sent('a'))).rejects.toThrow();
  });

  describe('a transaction that was cancelled', () => {
    const cancelled = (...codes: string[]) =>
      new Refused('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });
    const commit = () => table().transact([{ do: 'put', item: sent('a') }]);

    it.each([
      [['None', 'ConditionalCheckFailed']],
      [['TransactionConflict', 'None']],
      [['ThrottlingError', 'ConditionalCheckFailed']],
    ])('is a conflict for %s', async (codes) => {
      aws.fault = () => cancelled(...codes);
      expect(await commit()).toBe('conflict');
    });

    it.each([[['None', 'ThrottlingError']], [['ItemCollectionSizeLimitExceeded']], [['ValidationError']]])(
      'throws for %s',
      async (codes) => {
        aws.fault = () => cancelled(...codes);
        await expect(commit()).rejects.toThrow(
          `DynamoDB did not commit: ${codes.filter((code) => code !== 'None')}`,
        );
      },
    );
  });

  it('commits once where the answer was lost and the SDK asks again', async () => {
    let first = true;
    const commits: Item[] = [];
    aws.answers['DynamoDB_20120810.TransactWriteItems'] = (body) => {
      const answer = aws.dynamo.answer('TransactWriteItems', body as never);
      commits.push(sent('x'));
      if (first) {
        first = false;
        throw new Refused('InternalServerError');
      }
      return answer;
    };
    expect(await table().transact([{ do: 'put', item: sent('a'), when: { is: 'absent' } }])).toBe(
      'committed',
    );
    expect(commits).toHaveLength(2);
  });
});
