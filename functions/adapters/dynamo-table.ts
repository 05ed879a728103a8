import { randomUUID } from 'node:crypto';
import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Condition, Item, Key, Write } from '#functions/items.ts';
import type { Clock, Table } from '#functions/ports.ts';
import { type Attributes, attributesOf, itemOf, keyOf } from './dynamo-items.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const mostPuts = 25;
/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const mostWrites = 100;
/** A single write that meets somebody's transaction is refused, and not tried again by the SDK. */
const collisions = 5;

/**
 * The table in DynamoDB. Throttling and lost answers are tried again by the SDK (five times in all, waiting about 8 s
 * at most, which the shortest function can afford), then thrown: whoever called is called again.
 */
export function dynamoTable(name: string, clock: Pick<Clock, 'sleep'>): Table {
  const client = new DynamoDBClient({
    retryMode: 'standard',
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  });

  return {
    async get(key) {
      const { Item: found } = await client.send(
        new GetItemCommand({ TableName: name, Key: keyOf(key), ConsistentRead: true }),
      );
      return found && itemOf(found);
    },

    async query(pk, from, to) {
      if (from > to) return [];
      const items: Item[] = [];
      let after: Attributes | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: name,
            ConsistentRead: true,
            KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
            ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
            ExpressionAttributeValues: { ':pk': { S: pk }, ':from': { S: from }, ':to': { S: to } },
            ...(after ? { ExclusiveStartKey: after } : {}),
          }),
        );
        items.push(...Items.map(itemOf));
        after = LastEvaluatedKey;
      } while (after);
      return items;
    },

    async put(item) {
      const command = new PutItemCommand({
        TableName: name,
        Item: attributesOf(item),
        ReturnValues: 'ALL_OLD',
      });
      const { Attributes: before } = await undisturbed(() => client.send(command));
      return before && itemOf(before);
    },

    async write(write) {
      const to = { TableName: name, ...conditionOf(write.when) };
      try {
        await undisturbed<unknown>(() =>
          write.do === 'put'
            ? client.send(new PutItemCommand({ ...to, Item: attributesOf(write.item) }))
            : client.send(new DeleteItemCommand({ ...to, Key: keyOf(write.key) })),
        );
        return true;
      } catch (error) {
        if (isNamed(error, 'ConditionalCheckFailedException')) return false;
        throw error;
      }
    },

    async batchPut(items) {
      // One batch must not name a key twice, and the later item is the one that stays.
      const byKey = new Map(items.map((item) => [nameOf(item), item]));
      const left: Item[] = [];
      const rest = [...byKey.values()];
      while (rest.length > 0) {
        const batch = rest.splice(0, mostPuts);
        const { UnprocessedItems = {} } = await client.send(
          new BatchWriteItemCommand({
            RequestItems: { [name]: batch.map((item) => ({ PutRequest: { Item: attributesOf(item) } })) },
          }),
        );
        for (const { PutRequest } of UnprocessedItems[name] ?? []) {
          const { pk, sk } = PutRequest?.Item ?? {};
          const item = byKey.get(nameOf({ pk: pk?.S ?? '', sk: sk?.S ?? '' }));
          if (!item) throw new Error('DynamoDB left an item of a batch unprocessed that was not in it');
          left.push(item);
        }
      }
      return left;
    },

    async transact(writes) {
      const names = new Set(writes.map((write) => nameOf(write.do === 'put' ? write.item : write.key)));
      if (writes.length > mostWrites || names.size < writes.length)
        throw new Error('a transaction is at most 100 writes, of different items');
      const command = new TransactWriteItemsCommand({
        ClientRequestToken: randomUUID(),
        TransactItems: writes.map((write) => actionOf(write, name)),
      });
      try {
        await client.send(command);
        return 'committed';
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = (error.CancellationReasons ?? []).flatMap(({ Code }) => Code ?? []);
        if (codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict'))
          return 'conflict';
        const reasons = [...new Set(codes.filter((code) => code !== 'None'))];
        throw new Error(`DynamoDB did not commit: ${reasons.join(', ') || error.message}`, { cause: error });
      }
    },
  };

  async function undisturbed<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    for (let tries = 1; ; tries++)
      try {
        return await send();
      } catch (error) {
        if (!isNamed(error, 'TransactionConflictException') || tries === collisions) throw error;
        await clock.sleep(25 * 2 ** tries);
      }
  }
}

const nameOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

function actionOf(write: Write, table: string) {
  const to = { TableName: table, ...conditionOf(write.when) };
  return write.do === 'put'
    ? { Put: { ...to, Item: attributesOf(write.item) } }
    : { Delete: { ...to, Key: keyOf(write.key) } };
}

/** `token` is a reserved word, so every name is given apart: developerguide/ReservedWords.html. */
function conditionOf(condition: Condition | undefined) {
  switch (condition?.is) {
    case undefined:
      return {};
    case 'absent':
      return { ConditionExpression: 'attribute_not_exists(#pk)', ExpressionAttributeNames: { '#pk': 'pk' } };
    case 'token':
      return {
        ConditionExpression: '#token = :token',
        ExpressionAttributeNames: { '#token': 'token' },
        ExpressionAttributeValues: { ':token': { S: condition.token } },
      };
    case 'version':
      return {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': { N: String(condition.version) } },
      };
  }
}
