/**
 * DynamoDB's six operations that closecall uses, as their API reference describes them, over the wire format of the SDK
 * (AWS JSON 1.0). It knows the expressions that closecall writes and refuses all others, so that none goes unchecked.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html
 */
type Value = { readonly S?: string; readonly N?: string; readonly B?: string };
type Stored = Readonly<Record<string, Value>>;

interface Request {
  readonly TableName: string;
  readonly Key: Stored;
  readonly Item: Stored;
  readonly ConsistentRead?: boolean;
  readonly ReturnValues?: string;
  readonly KeyConditionExpression: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Value>>;
  readonly ExclusiveStartKey?: Stored;
  readonly RequestItems: Readonly<
    Record<string, readonly { readonly PutRequest: { readonly Item: Stored } }[]>
  >;
  readonly TransactItems: readonly { readonly Put?: Request; readonly Delete?: Request }[];
  readonly ClientRequestToken?: string;
}

/** What the service answers with instead of 200. */
export class Refused extends Error {
  readonly more: object;

  constructor(name: string, more: object = {}) {
    super(name);
    this.name = name;
    this.more = more;
  }
}

const invalid = (why: string): never => {
  throw new Refused('ValidationException', { message: why });
};
const onePage = 1024 * 1024;
const largestItem = 400 * 1024;

export class FakeDynamo {
  readonly table = 'closecall';
  readonly items = new Map<string, Stored>();
  readonly #tokens = new Set<string>();
  /** How many of the next batch's puts are left undone. */
  unprocessed = 0;

  answer(operation: string, request: Request): object {
    switch (operation) {
      case 'GetItem': {
        this.#needs(request, { strong: true });
        const held = this.items.get(idOf(request.Key));
        return held ? { Item: held } : {};
      }
      case 'Query':
        return this.#query(request);
      case 'PutItem':
      case 'DeleteItem': {
        this.#needs(request);
        const target = request.Item ?? request.Key;
        const held = this.items.get(idOf(target));
        if (!holds(request, held)) throw new Refused('ConditionalCheckFailedException');
        this.#apply(request);
        return request.ReturnValues === 'ALL_OLD' && held ? { Attributes: held } : {};
      }
      case 'BatchWriteItem':
        return this.#batch(request);
      case 'TransactWriteItems':
        return this.#transact(request);
      default:
        throw new Refused('UnknownOperationException');
    }
  }

  #needs({ TableName, ConsistentRead }: Request, { strong = false } = {}): void {
    if (TableName !== this.table) throw new Refused('ResourceNotFoundException');
    if (strong && ConsistentRead !== true) invalid('this test wants strong reads');
  }

  #apply({ Item, Key }: Request): void {
    if (!Item) this.items.delete(idOf(Key));
    else if (sizeOf(Item) > largestItem) invalid('Item size has exceeded the maximum allowed size');
    else this.items.set(idOf(Item), Item);
  }

  #query(request: Request): object {
    this.#needs(request, { strong: true });
    if (request.KeyConditionExpression !== '#pk = :pk AND #sk BETWEEN :from AND :to')
      invalid(`unknown expression ${request.KeyConditionExpression}`);
    const { '#pk': pk, '#sk': sk } = request.ExpressionAttributeNames ?? {};
    if (pk !== 'pk' || sk !== 'sk') invalid('Query condition missed key schema element');
    const values = request.ExpressionAttributeValues ?? {};
    const [partition, from = '', to = ''] = [':pk', ':from', ':to'].map((name) => values[name]?.S);
    if (from > to)
      invalid('The BETWEEN operator requires upper bound to be greater than or equal to lower bound');
    const start = request.ExclusiveStartKey?.['sk']?.S;
    const found = [...this.items.values()]
      .filter((item) => item['pk']?.S === partition)
      .map((item) => ({ item, sk: item['sk']?.S ?? '' }))
      .filter((each) => each.sk >= from && each.sk <= to && (start === undefined || each.sk > start))
      .sort((a, b) => (a.sk < b.sk ? -1 : 1));
    let size = 0;
    const end = found.findIndex(({ item }) => {
      size += sizeOf(item);
      return size > onePage;
    });
    if (end < 0) return { Items: found.map(({ item }) => item), Count: found.length };
    const last = found[end]?.item ?? {};
    return {
      Items: found.slice(0, end + 1).map(({ item }) => item),
      LastEvaluatedKey: { pk: last['pk'], sk: last['sk'] },
    };
  }

  #batch({ RequestItems }: Request): object {
    const puts = RequestItems[this.table] ?? [];
    if (puts.length === 0 || puts.length > 25) invalid('Member must have length between 1 and 25');
    const ids = puts.map(({ PutRequest }) => idOf(PutRequest.Item));
    if (new Set(ids).size < ids.length) invalid('Provided list of item keys contains duplicates');
    const left = puts.slice(0, this.unprocessed);
    this.unprocessed = 0;
    for (const { PutRequest } of puts.slice(left.length)) this.#apply(PutRequest as Request);
    return { UnprocessedItems: left.length > 0 ? { [this.table]: left } : {} };
  }

  #transact({ TransactItems, ClientRequestToken = '' }: Request): object {
    if (ClientRequestToken === '' || ClientRequestToken.length > 36) invalid('ClientRequestToken');
    if (this.#tokens.has(ClientRequestToken)) return {};
    const actions = TransactItems.map(({ Put, Delete }) => Put ?? Delete ?? invalid('no action'));
    if (actions.length === 0 || actions.length > 100) invalid('Member must have length between 1 and 100');
    const ids = actions.map(({ Item, Key }) => idOf(Item ?? Key));
    if (new Set(ids).size < ids.length)
      invalid('Transaction request cannot include multiple operations on one item');
    for (const action of actions) this.#needs(action);
    const codes = actions.map((action, index) =>
      holds(action, this.items.get(ids[index] ?? '')) ? 'None' : 'ConditionalCheckFailed',
    );
    if (codes.some((code) => code !== 'None'))
      throw new Refused('TransactionCanceledException', {
        CancellationReasons: codes.map((Code) => ({ Code })),
      });
    for (const action of actions) this.#apply(action);
    this.#tokens.add(ClientRequestToken);
    return {};
  }
}

/** A few of https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html that closecall would like to use. */
const reserved = /(?<![#:\w])(?:token|kind|version|body|page|expires)\b/i;

function holds(request: Request, held: Stored | undefined): boolean {
  const { ConditionExpression: condition, ExpressionAttributeNames: names = {} } = request;
  if (condition === undefined) return true;
  if (reserved.test(condition)) invalid('Attribute name is a reserved keyword');
  const absent = /^attribute_not_exists\((#\w+)\)$/.exec(condition);
  if (absent) return held?.[names[absent[1] ?? ''] ?? ''] === undefined;
  const [, name = '', value = ''] = /^(#\w+) = (:\w+)$/.exec(condition) ?? [];
  const wanted = request.ExpressionAttributeValues?.[value];
  const attribute = names[name];
  if (!wanted || attribute === undefined) return invalid(`unknown expression ${condition}`);
  return JSON.stringify(held?.[attribute]) === JSON.stringify(wanted);
}

const idOf = (item: Stored): string => {
  const [pk, sk] = [item['pk']?.S, item['sk']?.S];
  if (!pk || !sk) return invalid('The provided key element does not match the schema');
  return JSON.stringify([pk, sk]);
};

const sizeOf = (item: Stored): number =>
  Object.entries(item).reduce(
    (sum, [name, { S = '', N = '', B = '' }]) =>
      sum + name.length + Buffer.byteLength(S) + N.length + (B.length * 3) / 4,
    0,
  );
