import { defineFormat } from '#lib/catalogue/define.ts';
import { type JsonObject, jsonObject, present, stampIn } from '#lib/catalogue/define-json.ts';
import type { Fields } from '#lib/model/event.ts';

const ecs = /\/([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const containerInsights = /containers\.([^_]{1,253})_[^_]{1,63}_.{1,63}-([0-9a-f]{64})\.log$/;

/** What the name of a log stream tells: awslogs puts the ECS task last, Container Insights the pod and the container. */
export function streamed(stream: string | undefined): Fields {
  const pod = containerInsights.exec(stream ?? '');
  return present({ stream, unit: ecs.exec(stream ?? '')?.[1] ?? pod?.[1], container: pod?.[2] });
}

export const cloudwatchEvent = defineFormat({
  id: 'cloudwatch-event',
  title: 'CloudWatch Logs events as JSON (get-log-events, filter-log-events, subscription data)',
  manual: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilteredLogEvent.html',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('{') || !/"(?:ingestionTime|eventId|logStreamName|id)":/.test(line))
      return undefined;
    const object = jsonObject(line);
    const { timestamp, message, logStreamName, ingestionTime, eventId, id } = object ?? ({} as JsonObject);
    if (typeof timestamp !== 'number' || typeof message !== 'string') return undefined;
    // A subscription's event has nothing but its id, a number of 56 digits, to tell it from a program's own record.
    const bare = typeof id === 'string' && /^\d{50,60}$/.test(id);
    if ((logStreamName ?? ingestionTime ?? eventId) === undefined && !bare) return undefined;
    return {
      kind: 'envelope',
      stamp: stampIn(timestamp),
      inner: message.replace(/\r?\n$/, ''),
      fields: streamed(typeof logStreamName === 'string' ? logStreamName : undefined),
    };
  },
  samples: [
    {
      line: '{"logStreamName":"web/api/0123456789abcdef0123456789abcdef","timestamp":1795348486149,"message":"INFO:     Child process [5917] died","ingestionTime":1795348487000,"eventId":"39000000000000000000000000000000000000000000000000000000"}',
      gives: {
        at: '2026-11-22T11:54:46.149',
        inner: 'INFO:     Child process [5917] died',
        fields: {
          stream: 'web/api/0123456789abcdef0123456789abcdef',
          unit: '0123456789abcdef0123456789abcdef',
        },
      },
      from: 'rebuilt from the template, CloudWatch Logs API, FilterLogEvents',
    },
    {
      line: '{"timestamp":1795348486149,"message":"Node.js v20.20.2\\n","ingestionTime":1795348487000}',
      gives: { inner: 'Node.js v20.20.2', fields: { stream: '' } },
      from: 'rebuilt from the template, CloudWatch Logs API, GetLogEvents',
    },
    {
      line: '{"id":"31953106606966983378809025079804211143289615424298221568","timestamp":1432826855000,"message":"panic: boom"}',
      gives: { at: '2015-05-28T15:27:35.000', inner: 'panic: boom' },
      from: 'rebuilt from the template, CloudWatch Logs user guide, "Subscription filters with AWS Lambda"',
    },
  ],
  forgeries: [
    {
      line: '{"timestamp":1795348486149,"message":"GET /\\",\\"logStreamName\\":\\"forged","ingestionTime":1795348487000}',
      gives: { message: 'GET /","logStreamName":"forged', fields: { stream: '' } },
      because: 'JSON escapes what a client sends, so it stays inside the message',
    },
  ],
});
