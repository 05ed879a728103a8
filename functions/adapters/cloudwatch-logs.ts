import {
  CloudWatchLogsClient,
  type FilteredLogEvent,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import type { LogStore, Ports, StoredEvent } from '#functions/ports.ts';
import { LogsRefused, type Refusal } from '#functions/replay/refusal.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { describeGroup, filtersOf } from './log-groups.ts';

/** Functions of a minute ask too, and may begin with a page when half of it is over. */
const longestAnswer: Millis = 20 * second;

/** The log groups of the account and Region that the environment names. An answer that does not come is `unreachable`. */
export function cloudWatchLogs(requestTimeout: Millis = longestAnswer): LogStore & Pick<Ports, 'filters'> {
  const client = new CloudWatchLogsClient({
    // Whoever reads whole windows waits and asks again itself, in step with all its readers.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 2 * second, requestTimeout, throwOnRequestTimeout: true },
  });
  return {
    async page({ group, pattern, from, to, next, limit }) {
      const { events, nextToken } = await client
        .send(
          new FilterLogEventsCommand({
            logGroupName: group,
            startTime: from,
            endTime: to,
            ...(pattern === '' || pattern === '""' ? {} : { filterPattern: pattern }),
            ...(next === undefined ? {} : { nextToken: next }),
            ...(limit === undefined ? {} : { limit }),
          }),
        )
        .catch((error: unknown) => {
          throw refused(error, group, next !== undefined);
        });
      return {
        events: (events ?? []).flatMap(storedEvent),
        ...(nextToken === undefined ? {} : { next: nextToken }),
      };
    },
    filters: (group) =>
      filtersOf(client, group).catch((error: unknown) => {
        throw refused(error, group, false);
      }),
    describe: (group) =>
      describeGroup(client, group).catch((error: unknown) => {
        throw refused(error, group, false);
      }),
    async region() {
      try {
        return await client.config.region();
      } catch (error) {
        throw refused(error, '', false);
      }
    },
  };
}

function storedEvent({ eventId, logStreamName, timestamp, message }: FilteredLogEvent): StoredEvent[] {
  if (eventId === undefined || timestamp === undefined || message === undefined) return [];
  return [{ id: eventId, stream: logStreamName ?? '', timestamp, message }];
}

const throttles = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|LimitExceeded)/;
const strangers =
  /^(?:CredentialsProviderError|TokenProviderError|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|MissingAuthenticationToken|IncompleteSignature)/;
const unheard =
  /^(?:ServiceUnavailable|InternalFailure|InternalServer|TimeoutError|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)/;

/** The error as the caller can act on it; one that is none of the service's comes back as it is. */
function refused(error: unknown, group: string, onward: boolean): unknown {
  if (!(error instanceof Error)) return error;
  const refusal = refusalFor(error, group, onward);
  return refusal ? new LogsRefused(refusal, { cause: error }) : error;
}

function refusalFor(error: Error, group: string, onward: boolean): Refusal | undefined {
  const { name, message } = error;
  const { code, $metadata } = error as { code?: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  if (/^Region (?:is missing|not accepted)/.test(message)) return { kind: 'region' };
  if (throttles.test(name) || status === 429) return { kind: 'throttled' };
  if (strangers.test(name)) return { kind: 'credentials', why: message };
  if (unheard.test(name) || unheard.test(code ?? '') || status >= 500)
    return { kind: 'unreachable', why: message || code || name };
  if (name.startsWith('AccessDenied')) return { kind: 'denied', group, why: message };
  if (name.startsWith('ResourceNotFound')) return { kind: 'missing', group };
  if (!name.startsWith('InvalidParameter'))
    return status > 0 ? { kind: 'invalid', group, why: `${name}: ${message}` } : undefined;
  if (onward && /token/i.test(message)) return { kind: 'stale-token', group };
  if (/log ?(?:group )?class|infrequent/i.test(message)) return { kind: 'class', group };
  return { kind: 'invalid', group, why: message };
}
