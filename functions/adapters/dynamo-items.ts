import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item, Key } from '#functions/items.ts';

export type Attributes = Record<string, AttributeValue>;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html: 400 KB, names included. */
const largest = 400 * 1024;
/** What a number and the structure take at most. */
const perAttribute = 24;

export const keyOf = ({ pk, sk }: Key): Attributes => ({ pk: { S: pk }, sk: { S: sk } });

/** What grows: the state with every conversation of two days, the alert with its lines. JSON of either shrinks to an eighth. */
const packed: ReadonlySet<Item['kind']> = new Set(['state', 'alert']);

/**
 * An item as it is stored: `pk`, `sk`, `kind`, and where it has them `token`, `version` and `expires` as attributes of
 * their own; a page as gzipped JSON in `page`, any other content as JSON in `body`, gzipped where it may grow. Throws
 * when it is too large.
 */
export function attributesOf(item: Item): Attributes {
  const { pk, sk, kind, expires, token, version, ...rest } = item as Item & Partial<Conditional>;
  const attributes: Attributes = {
    ...keyOf({ pk, sk }),
    kind: { S: kind },
    ...(expires === undefined ? {} : { expires: { N: String(expires) } }),
    ...(token === undefined ? {} : { token: { S: token } }),
    ...(version === undefined ? {} : { version: { N: String(version) } }),
    ...('page' in rest
      ? { page: { B: gzipSync(JSON.stringify(rest.page)) } }
      : { body: packed.has(kind) ? { B: gzipSync(JSON.stringify(rest)) } : { S: JSON.stringify(rest) } }),
  };
  const size = sizeOf(attributes);
  if (size > largest)
    throw new Error(
      `The ${kind} ${pk} ${sk} is ${Math.ceil(size / 1024)} KB and DynamoDB keeps 400 KB in an item: report this as a fault of closecall.`,
    );
  return attributes;
}

/** What a condition may speak of. */
interface Conditional {
  readonly token: string;
  readonly version: number;
}

export function itemOf(attributes: Attributes): Item {
  const { pk, sk, kind, expires, token, version, page, body } = attributes;
  const content = page?.B
    ? { page: unpacked(page.B) }
    : body?.B
      ? (unpacked(body.B) as object)
      : JSON.parse(body?.S ?? '{}');
  return {
    ...content,
    pk: pk?.S,
    sk: sk?.S,
    kind: kind?.S,
    ...(expires?.N === undefined ? {} : { expires: Number(expires.N) }),
    ...(token?.S === undefined ? {} : { token: token.S }),
    ...(version?.N === undefined ? {} : { version: Number(version.N) }),
  };
}

const unpacked = (gzip: Uint8Array): unknown => JSON.parse(gunzipSync(gzip).toString('utf8'));

const sizeOf = (attributes: Attributes): number =>
  Object.entries(attributes).reduce(
    (sum, [name, { S = '', B }]) =>
      sum + name.length + perAttribute + Buffer.byteLength(S) + (B?.byteLength ?? 0),
    0,
  );
