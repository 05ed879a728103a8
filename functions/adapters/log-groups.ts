import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  type DescribeLogGroupsCommandOutput,
  DescribeLogStreamsCommand,
  DescribeSubscriptionFiltersCommand,
  type DescribeSubscriptionFiltersCommandOutput,
  type LogGroup,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Account, Groups, ListedGroup } from '#functions/account.ts';
import type { Filter, GroupFacts } from '#functions/ports.ts';
import { day } from '#lib/model/time.ts';
import { asked } from './unanswered.ts';

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
    if (found) return factsOf(found);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return undefined;
}

const factsOf = ({ logGroupClass, creationTime, retentionInDays }: LogGroup): GroupFacts => ({
  class: logGroupClass ?? 'STANDARD',
  created: creationTime ?? 0,
  retention: retentionInDays === undefined ? undefined : retentionInDays * day,
});

/** The log groups of the account and Region that the environment names. */
export function logGroups(): Pick<Account, 'region' | 'group' | 'filters' | 'lastEvent'> & Groups {
  const client = new CloudWatchLogsClient({});
  return {
    region: () => asked('the Region', client.config.region()),
    groups: () => asked('logs:DescribeLogGroups', listedGroups(client)),
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

async function listedGroups(client: CloudWatchLogsClient): Promise<readonly ListedGroup[]> {
  const groups: ListedGroup[] = [];
  let nextToken: string | undefined;
  do {
    const page: DescribeLogGroupsCommandOutput = await client.send(
      new DescribeLogGroupsCommand({ nextToken, limit: 50 }),
    );
    for (const group of page.logGroups ?? [])
      if (group.logGroupName !== undefined)
        groups.push({ name: group.logGroupName, bytes: group.storedBytes, ...factsOf(group) });
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return groups;
}

/** Errors are the SDK's. */
export async function filtersOf(
  client: CloudWatchLogsClient,
  logGroupName: string,
): Promise<readonly Filter[]> {
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
