import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { subscriptionEvent } from '#functions/cli/demo/subscription-event.ts';
import type { Received } from '#functions/events/subscription.ts';
import { passes } from '#test/catalogue/filter-grammar.ts';
import { account } from './emulator.ts';
import type { Line } from './incident.ts';

export interface Batch {
  readonly group: string;
  readonly stream: string;
  readonly events: readonly Received[];
  /** It holds lines that other batches hold too. */
  readonly again: boolean;
}

/** How many events a batch has, in turn; a second delivery is cut in other places. */
const firstCut = [5, 1, 8, 3];
const secondCut = [2, 6, 4];

/**
 * What CloudWatch Logs would deliver of these lines through the pattern of their group: each event with one id for life,
 * in batches of one stream, every third event a second time in batches of another cut, and nothing in order.
 */
export function deliveriesOf(lines: readonly Line[], patternOf: (group: string) => string): readonly Batch[] {
  const streams = new Map(lines.map(({ group, stream }) => [`${group} ${stream}`, { group, stream }]));
  return [...streams.values()]
    .flatMap(({ group, stream }) => {
      const through = passes(patternOf(group));
      const own = lines.filter((line) => line.group === group && line.stream === stream);
      const events = own.map(eventOf).filter(({ message }) => through(message));
      const repeated = events.filter((_, index) => index % 3 === 0);
      return [
        ...cut(events, firstCut).map((each) => ({ group, stream, events: each, again: false })),
        ...cut(repeated, secondCut).map((each) => ({ group, stream, events: each, again: true })),
      ];
    })
    .sort((a, b) => turn(a) - turn(b));
}

/** Any order will do that is not that of the lines. */
const turn = ({ events: [first] }: Batch): number => Number(BigInt(first?.id ?? 0) % 17n);

/** 56 digits, the time in the top bits: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html */
export const idOf = (timestamp: number, index: number): string =>
  String((BigInt(Math.floor(timestamp)) << 144n) | BigInt(index * 7_919 + 1)).padStart(56, '0');

const eventOf = ({ timestamp, message }: Line, index: number): Received => ({
  id: idOf(timestamp, index),
  timestamp: Math.floor(timestamp),
  message,
});

function cut<T>(list: readonly T[], sizes: readonly number[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let from = 0, part = 0; from < list.length; part++) {
    const size = sizes[part % sizes.length] ?? 1;
    parts.push(list.slice(from, from + size));
    from += size;
  }
  return parts;
}

/** Hands each batch to the function as CloudWatch does: asynchronously, one invocation each. */
export async function pump(lambda: LambdaClient, functionName: string, batches: readonly Batch[]) {
  for (const { group, stream, events } of batches)
    await lambda.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify(subscriptionEvent({ owner: account, group, stream, events })),
      }),
    );
}
