import { afterAll, describe, expect, it } from 'vitest';
import { fixed } from '#functions/cli/cost.ts';
import { type Json, properties, removeAssemblies, synthesised } from './synthesised.ts';

afterAll(removeAssemblies);

const made = (groups: number) =>
  synthesised({
    sources: Array.from({ length: groups }, (_, index) => ({ logGroup: `/app/${index}`, role: 'backend' })),
    notify: { email: { to: ['ops@example.com'] } },
  }).main;

/** An alarm on an expression is paid for each metric in it. */
const alarmMetrics = (alarm: Json): number =>
  alarm.Metrics?.filter((each: Json) => each.MetricStat !== undefined).length ?? 1;

describe('what the reckoning of a month counts on', () => {
  const [none, three] = [made(0), made(3)];
  const alarms = (template: typeof none) =>
    properties(template, 'AWS::CloudWatch::Alarm').reduce((sum, each) => sum + alarmMetrics(each), 0);

  it('is what the template holds', () => {
    expect(alarms(none)).toBe(fixed.alarms);
    expect(alarms(three)).toBe(fixed.alarms + 3 * fixed.alarmsPerGroup);
    expect(properties(three, 'AWS::CloudWatch::Dashboard')).toHaveLength(fixed.dashboards);
    expect(properties(three, 'AWS::Lambda::EventSourceMapping')).toHaveLength(fixed.feeds);
  });

  it('leaves out nothing that is paid for by being there', () => {
    const paid =
      /KMS::Key|SecretsManager|NatGateway|VPCEndpoint|ProvisionedConcurrency|Scheduler|Kinesis|LogAnomaly|CompositeAlarm/;
    const types = Object.values(three.toJSON()['Resources'] as Json).map((each: Json) => each.Type);
    expect(types.filter((type: string) => paid.test(type))).toEqual([]);
    expect(
      properties(three, 'AWS::Lambda::EventSourceMapping').some((each) => each.ProvisionedPollerConfig),
    ).toBe(false);
  });
});
