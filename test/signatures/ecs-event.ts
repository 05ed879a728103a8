/*
 * Events as EventBridge delivers them, one JSON object a line.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html
 */

const account = '111122223333';
const arn = (resource: string): string => `arn:aws:ecs:eu-west-1:${account}:${resource}`;
const started = Date.UTC(2026, 10, 24, 12, 0, 0);
/** Seconds after noon. */
export const clock = (seconds: number): string => new Date(started + seconds * 1_000).toISOString();

export interface Ended {
  readonly name?: string;
  readonly code?: number;
  readonly reason?: string;
}

export interface TaskEvent {
  readonly id?: string;
  readonly task?: string;
  readonly cluster?: string;
  /** Undefined for a job that belongs to none. */
  readonly service?: string | undefined;
  readonly address?: string | undefined;
  readonly lastStatus?: string;
  readonly desiredStatus?: string;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  readonly exits?: readonly Ended[];
  readonly executionStoppedAt?: number;
  readonly stoppingAt?: number;
  readonly stoppedAt?: number;
  readonly updatedAt?: number;
  readonly version?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

const moment = (name: string, seconds: number | undefined) =>
  seconds === undefined ? {} : { [name]: clock(seconds) };

export function taskEvent(said: TaskEvent): string {
  const { id = 'event', task = '0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d', cluster = 'prod' } = said;
  const { lastStatus = 'STOPPED', desiredStatus = 'STOPPED', version = 6 } = said;
  const address = 'address' in said ? said.address : '10.0.1.7';
  const service = 'service' in said ? said.service : 'api';
  const { exits = [], updatedAt = said.stoppedAt ?? 0 } = said;
  const interfaces = address === undefined ? [] : [{ attachmentId: 'eni', privateIpv4Address: address }];
  return JSON.stringify({
    version: '0',
    id,
    'detail-type': 'ECS Task State Change',
    source: 'aws.ecs',
    account,
    time: clock(updatedAt),
    region: 'eu-west-1',
    resources: [arn(`task/${cluster}/${task}`)],
    detail: {
      attachments:
        address === undefined
          ? []
          : [{ id: 'eni', type: 'eni', details: [{ name: 'privateIPv4Address', value: address }] }],
      clusterArn: arn(`cluster/${cluster}`),
      containers: (exits.length > 0 ? exits : [{}]).map(({ name = 'api', code, reason }: Ended) => ({
        ...(code === undefined ? {} : { exitCode: code }),
        lastStatus: code === undefined && reason === undefined ? 'RUNNING' : 'STOPPED',
        name,
        ...(reason === undefined ? {} : { reason }),
        networkInterfaces: interfaces,
      })),
      desiredStatus,
      ...moment('executionStoppedAt', said.executionStoppedAt),
      group: service === undefined ? 'family:nightly' : `service:${service}`,
      lastStatus,
      memory: '512',
      overrides: {
        containerOverrides: [
          {
            name: 'api',
            ...(said.environment
              ? { environment: Object.entries(said.environment).map(([name, value]) => ({ name, value })) }
              : {}),
          },
        ],
      },
      startedBy: 'ecs-svc/1637086347952626779',
      ...moment('stoppingAt', said.stoppingAt),
      ...moment('stoppedAt', said.stoppedAt),
      ...(said.stoppedReason === undefined ? {} : { stoppedReason: said.stoppedReason }),
      ...(said.stopCode === undefined ? {} : { stopCode: said.stopCode }),
      taskArn: arn(`task/${cluster}/${task}`),
      taskDefinitionArn: arn('task-definition/api:41'),
      updatedAt: clock(updatedAt),
      version,
    },
  });
}

export const deploymentEvent = (eventName: string, at: number, service = 'api'): string =>
  JSON.stringify({
    version: '0',
    id: `${eventName} ${service}`,
    'detail-type': 'ECS Deployment State Change',
    source: 'aws.ecs',
    account,
    time: clock(at),
    region: 'eu-west-1',
    resources: [arn(`service/prod/${service}`)],
    detail: {
      eventType: 'INFO',
      eventName,
      deploymentId: 'ecs-svc/2718281828459045235',
      updatedAt: clock(at),
      reason: 'ECS deployment ecs-svc/2718281828459045235 in progress.',
    },
  });
