import type { Setup } from '#functions/setup.ts';
import { second } from '#lib/model/time.ts';
import { duration } from '#lib/model/words.ts';

/**
 * Conversations of a scope that fit into its item: 400 KB, and a hundred to 150 bytes each once it is gzipped
 * (test/functions/adapters/table.test.ts).
 */
export const mostConversationsKept = 2_500;
/**
 * CloudFormation takes 500 resources in a stack, of which a group takes two (its alarms) and the rest about a hundred.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const mostSubscribed = 190;

export interface TooMuch {
  /** What is too much, and for what; without a full stop. */
  readonly what: string;
  readonly remedy: string;
}

/** What cannot be deployed though nothing is wrong with it: the services do not hold so much. */
export function undeployable({ intakes, run, horizon }: Setup): readonly TooMuch[] {
  const { gap, maxSpan } = run.timing;
  const subscribed = intakes.filter((each) => each.kind === 'group' && each.transport === 'subscribe').length;
  // One ends where another may begin a gap later, and all that may still change are kept.
  const conversations = Math.ceil((horizon + maxSpan) / gap);
  const shortest = Math.ceil((horizon + maxSpan) / mostConversationsKept / second) * second;
  return [
    ...(conversations > mostConversationsKept
      ? [
          {
            what: `timings.gap is ${duration(gap)}: with a horizon of ${duration(horizon)} a service could have ${conversations} incidents to be kept in one item of the table, which holds ${mostConversationsKept}`,
            remedy: `write a gap of ${shortest / second}s or more, or a shorter horizon`,
          },
        ]
      : []),
    ...(subscribed > mostSubscribed
      ? [
          {
            what: `sources has ${subscribed} log groups that are subscribed to: a stack holds ${mostSubscribed}, each with its two alarms`,
            remedy: 'deploy a second stack for some of them, or give some "transport": "poll"',
          },
        ]
      : []),
  ];
}
