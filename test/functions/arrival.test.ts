import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '#functions/events/arrival.ts';
import { alarmEvent, deliveryOf, owner, startOfStory as ten } from './story.ts';

const ecs = (changes: Record<string, unknown> = {}) => ({
  id: 'e-1',
  'detail-type': 'ECS Task State Change',
  source: 'aws.ecs',
  time: '2026-11-22T10:00:00Z',
  resources: [`arn:aws:ecs:eu-west-1:${owner}:task/prod/0f3c`],
  detail: { clusterArn: `arn:aws:ecs:eu-west-1:${owner}:cluster/prod` },
  ...changes,
});
const arn = (tail: string) => `arn:aws:ecs:eu-west-1:${owner}:${tail}`;

describe('what an event is', () => {
  it.each([
    ['lines', deliveryOf([{ group: '/app/proxy', id: '1', at: ten, observed: ten, text: 'x' }])],
    ['ecs', ecs()],
    ['sighting', alarmEvent('/app/proxy', 'ALARM', ten)],
    ['poll', { poll: owner }],
    ['watch', { watch: 'Closecall-Ingest' }],
    ['unknown', { poll: 'true' }],
    ['unknown', { poll: true }],
    ['unknown', undefined],
    ['unknown', null],
    ['unknown', 'text'],
    ['unknown', { awslogs: { data: '!' } }],
  ])('%s', (kind, event) => {
    expect(arrivalsOf(event).map((each) => each.kind)).toEqual([kind]);
  });

  it('is found in the retry queue too, where a poll has been done since', () => {
    const bodies = [{ requestPayload: ecs() }, { requestPayload: { poll: owner } }, { anything: 1 }];
    const Records = [...bodies.map((each) => ({ body: JSON.stringify(each) })), { body: '{' }];
    expect(arrivalsOf({ Records }).map(({ kind }) => kind)).toEqual(['ecs', 'nothing', 'unknown', 'unknown']);
  });

  it('is said where nothing reads it', () => {
    const event = { source: 'aws.ec2', 'detail-type': 'EC2 Spot Instance Interruption Warning' };
    expect(arrivalsOf(event)).toEqual([
      {
        kind: 'unknown',
        why: 'An event "EC2 Spot Instance Interruption Warning" of aws.ec2 came, which nothing here reads: remove the rule that sends it.',
      },
    ]);
  });
});

describe('an ECS event', () => {
  it('is one line of JSON, as received', () => {
    expect(arrivalsOf(ecs())).toEqual([
      { kind: 'ecs', event: { id: 'e-1', cluster: 'prod', at: ten, text: JSON.stringify(ecs()) } },
    ]);
  });

  it.each([
    [
      'a deployment, which only names the service',
      { detail: {}, resources: [arn('service/prod/api')] },
      'prod',
    ],
    ['another partition', { detail: { clusterArn: 'arn:aws-cn:ecs:cn-north-1:1:cluster/web_1' } }, 'web_1'],
    ['a cluster as resource', { detail: {}, resources: [arn('cluster/prod')] }, 'prod'],
  ])('knows its cluster: %s', (_, changes, cluster) => {
    expect(arrivalsOf(ecs(changes))).toMatchObject([{ kind: 'ecs', event: { cluster } }]);
  });

  it.each([
    ['no cluster', { detail: {}, resources: [arn('service/api')] }, 'opt in to the long one'],
    [
      'a cluster in a text of the user',
      { detail: { group: arn('cluster/prod') }, resources: [] },
      'names no cluster',
    ],
    ['no id', { id: 7 }, 'has no id'],
    ['no time', { time: 'yesterday' }, 'has no usable time'],
  ])('is left out with a sentence: %s', (_, changes, why) => {
    expect(arrivalsOf(ecs(changes))).toEqual([{ kind: 'unknown', why: expect.stringContaining(why) }]);
  });
});

describe('an alarm on a subscription filter', () => {
  it.each([
    ['ALARM', true],
    ['OK', false],
    ['INSUFFICIENT_DATA', false],
  ])('%s', (value, isBlind) => {
    expect(arrivalsOf(alarmEvent('/app/proxy', value, ten))).toEqual([
      { kind: 'sighting', sighting: { group: '/app/proxy', reason: 'errors', isBlind, at: ten } },
    ]);
  });

  it('is about its own metric alone', () => {
    expect(arrivalsOf(alarmEvent('/app/proxy', 'OK', ten, 'DeliveryThrottling'))).toMatchObject([
      { sighting: { reason: 'throttling' } },
    ]);
  });

  it('is about a group whatever its own name says', () => {
    const group = `/${'a'.repeat(400)}`;
    expect(arrivalsOf(alarmEvent(group, 'ALARM', ten))).toMatchObject([{ sighting: { group } }]);
  });

  it.each([
    ['another metric', (text: string) => text.replaceAll('"DeliveryErrors"', '"IncomingBytes"')],
    ['another namespace', (text: string) => text.replaceAll('AWS/Logs', 'AWS/SQS')],
    [
      'two metrics',
      (text: string) =>
        text.replace(/"metrics":\[(.*?)\]/, (_, metric: string) => `"metrics":[${metric},${metric}]`),
    ],
    ['no state', (text: string) => text.replace('"timestamp"', '"when"')],
    ['no detail', (text: string) => text.replace('"detail"', '"details"')],
  ])('is left out with a sentence: %s', (_, change) => {
    const event = JSON.parse(change(JSON.stringify(alarmEvent('/app/proxy', 'ALARM', ten))));
    expect(arrivalsOf(event)).toEqual([
      { kind: 'unknown', why: expect.stringMatching(/^The alarm .*(remove it|left out)/) },
    ]);
  });
});
