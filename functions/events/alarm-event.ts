import type { BlindReason } from '#functions/items.ts';
import { field } from './field.ts';

/** What is known of whether the lines of a log group arrive, as far as one reason goes. */
export interface Sighting {
  readonly group: string;
  readonly reason: BlindReason;
  readonly isBlind: boolean;
  /** Milliseconds since the epoch: when this came to be so. */
  readonly at: number;
}

/** One alarm for each, so each has a word of its own: an OK about throttling does not take back an ALARM about errors. */
const losses: ReadonlyMap<unknown, BlindReason> = new Map([
  ['DeliveryErrors', 'errors'],
  ['DeliveryThrottling', 'throttling'],
]);

/**
 * A "CloudWatch Alarm State Change" of an alarm on a subscription filter's losses. The group is a dimension of the
 * alarm's metric, so nothing is read out of its name. Anything but ALARM means that no loss is seen: the metrics only
 * have figures where there are losses. A sentence where the alarm is another.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export function sightingOf(event: unknown): Sighting | string {
  const detail = field(event, 'detail');
  const name = String(field(detail, 'alarmName')).slice(0, 255);
  const metrics = field(field(detail, 'configuration'), 'metrics');
  const seen = (Array.isArray(metrics) ? metrics : []).flatMap((each) => {
    const metric = field(field(each, 'metricStat'), 'metric');
    const group = field(field(metric, 'dimensions'), 'LogGroupName');
    const reason = losses.get(field(metric, 'name'));
    const isLoss = field(metric, 'namespace') === 'AWS/Logs' && reason !== undefined;
    return isLoss && typeof group === 'string' ? [{ group, reason }] : [];
  });
  const [loss] = seen;
  if (loss === undefined || seen.length > 1)
    return `The alarm ${name} is not about one metric of the deliveries of one log group: remove it from the rule that sends alarms here.`;
  const state = field(detail, 'state');
  const [value, time] = [field(state, 'value'), field(state, 'timestamp')];
  const at = typeof time === 'string' ? momentOf(time) : undefined;
  if (typeof value !== 'string' || at === undefined)
    return `The alarm ${name} came without a state and its time, and is left out.`;
  return { ...loss, isBlind: value === 'ALARM', at };
}

/** CloudWatch writes `2026-11-22T10:04:31.000+0000`, which has no colon in its zone. */
function momentOf(text: string): number | undefined {
  const at = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')).getTime();
  return Number.isNaN(at) ? undefined : at;
}
