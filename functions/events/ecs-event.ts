import { field } from './field.ts';

/** An event of Amazon ECS as a log record holds it. */
export interface EcsEvent {
  /** EventBridge's id: a repetition of the event has the same. */
  readonly id: string;
  readonly cluster: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The whole event as one line of JSON, its members in the order received. */
  readonly text: string;
}

/**
 * An EventBridge event of source `aws.ecs`; what it lacks, in a sentence, where it cannot be used.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html
 */
export function ecsEventOf(event: unknown): EcsEvent | string {
  const [id, time] = [field(event, 'id'), field(event, 'time')];
  const kind = `An ECS event "${String(field(event, 'detail-type')).slice(0, 60)}"`;
  if (typeof id !== 'string' || id === '') return `${kind} has no id and is left out.`;
  const at = typeof time === 'string' ? new Date(time).getTime() : Number.NaN;
  if (Number.isNaN(at)) return `${kind} has no usable time and is left out.`;
  const cluster = clusterOf(event);
  if (cluster === undefined)
    return `${kind} names no cluster and is left out: the service's ARN has the old short form; opt in to the long one.`;
  return { id, cluster, at, text: JSON.stringify(event) };
}

/** Tasks and service actions name the cluster; of a deployment only the service's ARN does, which comes first of its resources. */
function clusterOf(event: unknown): string | undefined {
  const resources = field(event, 'resources');
  const arns = [field(field(event, 'detail'), 'clusterArn'), ...(Array.isArray(resources) ? resources : [])];
  return arns.flatMap((arn) => (typeof arn === 'string' ? (clusterIn.exec(arn)?.[1] ?? []) : []))[0];
}

/** `arn:aws:ecs:eu-west-1:123456789012:cluster/prod`, or the same with `service/prod/api`, `task/prod/0f3c…`. */
const clusterIn = /^arn:[\w-]+:ecs:[\w-]*:\d*:(?:cluster\/(?=[\w-]+$)|[a-z-]+\/(?=[\w-]+\/[\w-]+$))([\w-]+)/;
