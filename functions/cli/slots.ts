import type { Filter } from '#functions/ports.ts';
import { list } from '#lib/model/words.ts';
import { type Check, ok, problem, warning } from './checklist.ts';
import { isOurs, shownFilter } from './filters.ts';

/**
 * How many subscription filters a group may have: 5 in the user guide and the quota page, 2 in the API reference.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html
 */
const slots = { sure: 2, most: 5 } as const;

/** Whether a group can be subscribed to, and who holds its filters. */
export function slotCheck(
  group: string,
  filters: readonly Filter[],
  stackName: string,
  ingest: string | undefined,
): Check {
  const own = filters.find((filter) => isOurs(filter, stackName, ingest));
  if (own) return ok(group, `It exists and is subscribed to already, by ${own.name}.`);
  if (filters.length === 0) return ok(group, 'It exists, and nobody subscribes to it.');
  const holders = list(filters.map(shownFilter));
  const poll = 'set "transport": "poll" on this source, which needs no subscription filter';
  if (filters.length >= slots.most)
    return problem(
      group,
      `All its ${filters.length} subscription filters are taken: ${holders}.`,
      `Either ${poll}, or remove one that nobody needs: aws logs delete-subscription-filter --log-group-name ${group} --filter-name NAME`,
    );
  if (filters.length >= slots.sure)
    return warning(
      group,
      `It has ${filters.length} subscription filters: ${holders}. AWS's own pages disagree whether a group may have ${slots.sure} or ${slots.most}.`,
      `If the deploy of ${stackName}Sources ends with LimitExceededException, ${poll}.`,
    );
  return ok(group, `It exists, and a subscription filter is free beside ${holders}.`);
}
