import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  type DescribeLogGroupsCommandOutput,
  DescribeLogStreamsCommand,
  DescribeSubscriptionFiltersCommand,
  type DescribeSubscriptionFiltersCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Account, Filter } from '#functions/account.ts';
import type { GroupFacts } from '#functions/ports.ts';
import { asked } from '#functions/unanswered.ts';
import { day } from '#lib/model/time.ts';

/** DescribeLogGroups knows prefixes only. Errors are the SDK's. */
export async function describeGroup(
  client: CloudWatchLogsClient,
  name: string,
): Promise<GroupFacts | undefined> {
  let nextToken: string | undefined;
  do {
    const page: DescribeLogGroupsCommandOutput = await client.send(
      new DescribeLogGroupsCommand({ logGroupNamePrefix: name, nextToken }),
    );
    const found = page.logGroups?.find(({ logGroupName }) => logGroupName === name);
    if (found)
      return {
        class: found.logGroupClass ?? 'STANDARD',
        created: found.creationTime ?? 0,
        retention: found.retentionInDays === undefined ? undefined : found.retentionInDays * day,
      };
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return undefined;
}

/** The log groups of the account and Region that the environment names. */
export function logGroups(): Pick<Account, 'region' | 'group' | 'filters' | 'lastEvent'> {
  const client = new CloudWatchLogsClient({});
  return {
    region: () => asked('the Region', client.config.region()),
    group: (name) => asked('logs:DescribeLogGroups', describeGroup(client, name)),
    filters: (group) => asked('logs:DescribeSubscriptionFilters', filtersOf(client, group)),
    lastEvent: async (group) => {
      const { logStreams = [] } = await asked(
        'logs:DescribeLogStreams',
        client.send(
          new DescribeLogStreamsCommand({
            logGroupName: group,
            orderBy: 'LastEventTime',
            descending: true,
            limit: 1,
          }),
        ),
      );
      return logStreams[0]?.lastEventTimestamp;
    },
  };
}

async function filtersOf(client: CloudWatchLogsClient, logGroupName: string): Promise<readonly Filter[]> {
  const filters: Filter[] = [];
  let nextToken: string | undefined;
  do {
    const page: DescribeSubscriptionFiltersCommandOutput = await client.send(
      new DescribeSubscriptionFiltersCommand({ logGroupName, nextToken }),
    );
    for (const { filterName = '', filterPattern = '', destinationArn = '' } of page.subscriptionFilters ?? [])
      filters.push({ name: filterName, pattern: filterPattern, destination: destinationArn });
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return filters;
}
