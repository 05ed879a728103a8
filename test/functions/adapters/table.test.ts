import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import type { Item, PageItem, SentItem } from '#functions/ports.ts';
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
