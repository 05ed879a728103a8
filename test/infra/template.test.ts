import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleLog } from '#functions/adapters/console-log.ts';
import { outputs } from '#functions/cli/stack-outputs.ts';
import { mostSubscribed } from '#functions/config/deployable.ts';
import { configDigest } from '#functions/config/digest.ts';
import { configure } from '#functions/config.ts';
import { hopelessWait } from '#functions/deliver.ts';
import { sightingOf } from '#functions/events/alarm-event.ts';
import { arrivalsOf } from '#functions/events/arrival.ts';
import { readSetup, type Setup, setupText } from '#functions/setup.ts';
import { wireDeliver } from '#functions/wire/deliver.ts';
import { wireEvaluate } from '#functions/wire/evaluate.ts';
import { wireIngest } from '#functions/wire/ingest.ts';
import { wireReplay } from '#functions/wire/replay.ts';
import { wireTick } from '#functions/wire/tick.ts';
import { make } from '#infra/make.ts';
import { unconfigured } from '#infra/stacks.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { longestPattern } from '#lib/catalogue/filter-pattern.ts';
import { second } from '#lib/model/time.ts';
import { grantsIn, grantsOf } from './permissions.ts';
import {
  flat,
  type Json,
  properties,
  removeAssemblies,
  resources,
  type Synthesised,
  synthesised,
} from './synthesised.ts';

const example: Json = JSON.parse(
  readFileSync(new URL('../../infra/example.config.json', import.meta.url), 'utf8'),
);
const names = ['Ingest', 'Evaluate', 'Tick', 'Deliver', 'Replay'] as const;
const proxy = (logGroup: string, more: object = {}) => ({ logGroup, role: 'proxy', ...more });
const withSources = (...sources: readonly object[]) => ({ sources });

let whole: Synthesised;
let bare: Synthesised;
let setup: Setup;
let groups: readonly Extract<Setup['intakes'][number], { kind: 'group' }>[];

beforeAll(async () => {
  await make(['handlers']);
  whole = synthesised(example);
  bare = synthesised(unconfigured);
  const configured = configure(example, catalogue);
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  ({ setup } = configured);
  groups = setup.intakes.flatMap((intake) => (intake.kind === 'group' ? [intake] : []));
}, 120_000);

afterAll(removeAssemblies);

const functionNamed = (name: (typeof names)[number]): Json =>
  Object.entries(resources(whole.main, 'AWS::Lambda::Function')).find(([id]) => id.startsWith(name))?.[1]
    .Properties;
const queueNamed = (name: string): Json =>
  Object.entries(resources(whole.main, 'AWS::SQS::Queue')).find(([id]) =>
    new RegExp(`^${name}[0-9A-F]{8}$`).test(id),
  )?.[1];

describe('two stacks', () => {
  it('are one while no log group is named, and two when all of them are polled: old filters go then', () => {
    expect(bare.stacks.map(({ stackName }) => stackName)).toEqual(['Closecall']);
    const polling = synthesised(withSources(proxy('/app/nginx', { transport: 'poll' })));
    expect(polling.stacks.map(({ stackName }) => stackName)).toEqual(['Closecall', 'ClosecallSources']);
    const left = Object.values(polling.sources?.toJSON()['Resources'] ?? {});
    expect(left).toEqual([{ Type: 'AWS::CloudFormation::WaitConditionHandle' }]);
    expect(whole.stacks.map(({ stackName }) => stackName)).toEqual(['Closecall', 'ClosecallSources']);
  });

  it('keep nothing but subscription filters in the second, and hold each other by no export', () => {
    const types = Object.values(whole.sources?.toJSON()['Resources']).map((resource: Json) => resource.Type);
    expect(new Set(types)).toEqual(new Set(['AWS::Logs::SubscriptionFilter']));
    expect(JSON.stringify([whole.main.toJSON(), whole.sources?.toJSON()])).not.toMatch(
      /ImportValue|"Export"/,
    );
    expect(whole.stacks[1]?.dependencies.map(({ stackName }) => stackName)).toEqual(['Closecall']);
  });
});

describe('subscription filters', () => {
  it('take the pattern of the catalogue for each group that is subscribed to', () => {
    const wanted = groups.filter(({ transport }) => transport === 'subscribe');
    expect(wanted.length).toBeGreaterThan(1);
    const made = properties(whole.sources ?? whole.main, 'AWS::Logs::SubscriptionFilter');
    expect(made.map(({ LogGroupName, FilterPattern }) => [LogGroupName, FilterPattern]).sort()).toEqual(
      wanted.map(({ group, pattern }) => [group, pattern]).sort(),
    );
    for (const { FilterPattern, FilterName, DestinationArn } of made) {
      expect(FilterPattern.length).toBeLessThanOrEqual(longestPattern);
      expect(FilterName).toBe('Closecall');
      expect(DestinationArn['Fn::GetStackOutput'].StackName).toBe('Closecall');
    }
    expect(made.some(({ FilterPattern }) => FilterPattern.includes('?"upstream prematurely closed'))).toBe(
      true,
    );
  });

  it('let everything through where an emulator asks for it', () => {
    const open = synthesised(example, {}, { 'closecall:emptyPatterns': 'true' });
    const patterns = properties(open.sources ?? open.main, 'AWS::Logs::SubscriptionFilter').map(
      (each) => each.FilterPattern,
    );
    expect(new Set(patterns)).toEqual(new Set(['']));
  });

  it('tell groups apart whose names differ in a sign only', () => {
    const alike = synthesised(withSources(proxy('/app/nginx'), proxy('/app-nginx'), proxy('/appnginx')));
    expect(properties(alike.sources ?? alike.main, 'AWS::Logs::SubscriptionFilter')).toHaveLength(3);
  });

  it('call ingest by one permission, however many there are', () => {
    const permissions = (template: Synthesised) =>
      properties(template.main, 'AWS::Lambda::Permission').filter(
        ({ Principal }) => Principal === 'logs.amazonaws.com',
      );
    const many = synthesised(
      withSources(
        ...Array.from({ length: 70 }, (_, index) =>
          proxy(`/fleet/eu-central-1/service-${index}/nginx`, { formats: ['nginx-error'] }),
        ),
      ),
    );
    expect(permissions(many)).toHaveLength(1);
    expect(permissions(bare)).toHaveLength(0);
    const [permission] = permissions(whole);
    expect(permission.SourceAccount).toEqual({ Ref: 'AWS::AccountId' });
    expect(flat(permission.SourceArn)).toBe(
      'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:*',
    );
    expect(flat(permission.FunctionName)).toMatch(/^<Ingest[0-9A-F]{8}\.Arn>$/);

    // What the service accepts of a policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    const policies = properties(many.main, 'AWS::IAM::ManagedPolicy');
    const frame = 'arn:aws-us-gov:logs:ap-southeast-1:123456789012';
    const lengths = policies.map(
      ({ PolicyDocument }) =>
        JSON.stringify({
          ...PolicyDocument,
          Statement: PolicyDocument.Statement.map((each: Json) => ({
            ...each,
            Resource: each.Resource.map(flat),
          })),
        }).replaceAll('arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>', frame).length,
    );
    expect(Math.max(...lengths)).toBeLessThan(6_144);
    expect(policies.length).toBeGreaterThan(1);
    expect(policies.length).toBeLessThanOrEqual(10);
    expect(
      grantsOf(many.main, 'Evaluate').filter((each) => each.startsWith('logs:FilterLogEvents')),
    ).toHaveLength(70);
  });
});

describe('functions', () => {
  it.each([
    ['Ingest', 512, 60],
    ['Evaluate', 1769, 60],
    ['Tick', 256, 30],
    ['Deliver', 256, 30],
    ['Replay', 1769, 900],
  ] as const)('%s has %i MB and %i s', (name, memory, timeout) => {
    expect(functionNamed(name)).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: memory,
      Timeout: timeout,
      Environment: {
        Variables: { CLOSECALL_SETUP_FILE: 'setup.json', CLOSECALL_STACK: 'Closecall' },
      },
    });
    // What Lambda says of every call that went well costs more than it tells.
    expect(functionNamed(name).LoggingConfig).toMatchObject({ LogFormat: 'JSON', SystemLogLevel: 'WARN' });
    for (const member of ['VpcConfig', 'KmsKeyArn', 'ReservedConcurrentExecutions', 'FunctionName'])
      expect(functionNamed(name)).not.toHaveProperty(member);
  });

  it('have in their environment what they ask for', () => {
    const wires = {
      Ingest: wireIngest,
      Evaluate: wireEvaluate,
      Tick: wireTick,
      Deliver: wireDeliver,
      Replay: wireReplay,
    };
    for (const name of names) {
      const { Variables } = functionNamed(name).Environment;
      const asked = () => wires[name]({});
      expect(asked, name).toThrow(/are not set/);
      for (const variable of Object.keys(Variables)) expect(asked, name).toThrow(variable);
      // With all of them the next thing that is missing is the file.
      const values = Object.fromEntries(Object.keys(Variables).map((variable) => [variable, 'nowhere.json']));
      expect(() => wires[name](values), name).not.toThrow(/not set/);
    }
  });

  it('find the configuration beside them', () => {
    const assembly = whole.app.synth();
    const assets = readdirSync(assembly.directory).filter((name) => name.startsWith('asset.'));
    expect(assets).toHaveLength(names.length);
    for (const asset of assets) {
      expect(existsSync(join(assembly.directory, asset, 'index.mjs'))).toBe(true);
      const text = readFileSync(join(assembly.directory, asset, 'setup.json'), 'utf8');
      expect(readSetup(text)).toEqual(readSetup(setupText(setup)));
    }
  });

  it('write to groups of their own, whose names a configuration may not name', () => {
    const made = Object.values(resources(whole.main, 'AWS::Logs::LogGroup'));
    expect(made.map(({ Properties }) => Properties.LogGroupName).sort()).toEqual(
      names.map((name) => `/closecall/Closecall/${name.toLowerCase()}`).sort(),
    );
    for (const { Properties, DeletionPolicy } of made) {
      expect(Properties.RetentionInDays).toBe(example.retention);
      expect(DeletionPolicy).toBe('Delete');
      expect(() => synthesised(withSources(proxy(Properties.LogGroupName)))).toThrow(
        /closecall writes that group itself/,
      );
    }
  });

  it('have no reserved concurrency unless it is asked for, and then ingest alone', () => {
    const braked = synthesised(unconfigured, { reservedConcurrency: 20 });
    const reserved = properties(braked.main, 'AWS::Lambda::Function').filter(
      (each) => 'ReservedConcurrentExecutions' in each,
    );
    expect(
      reserved.map(({ MemorySize, ReservedConcurrentExecutions }) => [
        MemorySize,
        ReservedConcurrentExecutions,
      ]),
    ).toEqual([[512, 20]]);
  });

  it('are fed one message at a time', () => {
    const mappings = properties(whole.main, 'AWS::Lambda::EventSourceMapping').map(
      ({ BatchSize, ScalingConfig, EventSourceArn }) => [
        flat(EventSourceArn).replace(/[0-9A-F]{8}\.Arn/, ''),
        BatchSize,
        ScalingConfig?.MaximumConcurrency,
      ],
    );
    expect(mappings.sort()).toEqual([
      ['<Deliveries>', 1, 2],
      ['<Evaluations>', 1, 5],
      ['<IngestRetry>', 1, undefined],
    ]);
    const [calls, ticks] = [...properties(whole.main, 'AWS::Lambda::EventInvokeConfig')].sort(
      (a, b) => b.MaximumRetryAttempts - a.MaximumRetryAttempts,
    );
    expect(flat(ticks.FunctionName)).toMatch(/^<Tick/);
    expect(ticks).toMatchObject({ MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 });
    expect(calls).toMatchObject({ MaximumEventAgeInSeconds: 21_600, MaximumRetryAttempts: 2 });
    expect(flat(calls.DestinationConfig.OnFailure.Destination)).toMatch(/^<IngestRetry[0-9A-F]{8}\.Arn>$/);
  });
});

describe('queues, topics, table, buckets', () => {
  it.each([
    ['Evaluations', 'EvaluationsDead', 360, 5],
    ['Deliveries', 'DeliveriesDead', 180, 5],
    ['IngestRetry', 'IngestDead', 360, 50],
  ])('%s gives up to %s', (name, dead, visibility, tries) => {
    const { Properties } = queueNamed(name);
    expect(Properties.VisibilityTimeout).toBe(visibility);
    expect(Properties.RedrivePolicy.maxReceiveCount).toBe(tries);
    expect(flat(Properties.RedrivePolicy.deadLetterTargetArn)).toMatch(
      new RegExp(`^<${dead}[0-9A-F]{8}\\.Arn>$`),
    );
    expect(queueNamed(dead).Properties.MessageRetentionPeriod).toBe(1_209_600);
    for (const each of [Properties, queueNamed(dead).Properties])
      expect(each.SqsManagedSseEnabled).toBe(true);
  });

  it('are reached over TLS alone', () => {
    for (const [held, policy] of [
      ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'],
      ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy'],
      ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
    ] as const) {
      const closed = properties(whole.main, policy).filter(({ PolicyDocument }) =>
        PolicyDocument.Statement.some(
          ({ Effect, Condition }: Json) =>
            Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
        ),
      );
      expect(closed).toHaveLength(properties(whole.main, held).length);
      expect(closed.length).toBeGreaterThan(0);
    }
  });

  it('let functions publish alerts encrypted, and CloudWatch publish alarms', () => {
    const topics = resources(whole.main, 'AWS::SNS::Topic');
    const [alerts, health] = ['Alerts', 'Health'].map(
      (name) => Object.keys(topics).find((id) => id.startsWith(name)) ?? '',
    );
    expect(topics[alerts ?? ''].Properties.KmsMasterKeyId).toBe('alias/aws/sns');
    expect(topics[health ?? ''].Properties).not.toHaveProperty('KmsMasterKeyId');
    const policy = properties(whole.main, 'AWS::SNS::TopicPolicy').find(
      ({ Topics }) => Topics[0].Ref === health,
    );
    expect(policy.PolicyDocument.Statement).toContainEqual({
      Sid: expect.any(String),
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: { Ref: health },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
    const mail = properties(whole.main, 'AWS::SNS::Subscription').map(({ Protocol, Endpoint, TopicArn }) => [
      Protocol,
      Endpoint,
      TopicArn.Ref,
    ]);
    expect(mail.sort()).toEqual(
      [alerts, health]
        .flatMap((topic) => example.notify.email.to.map((to: string) => ['email', to, topic]))
        .sort(),
    );
  });

  it('expire items, can be taken back, and can be deployed again once destroyed', () => {
    const [table] = Object.values(resources(whole.main, 'AWS::DynamoDB::Table'));
    expect(table.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      BillingMode: 'PAY_PER_REQUEST',
    });
    expect(table.DeletionPolicy).toBe('Delete');
    const kept = synthesised(unconfigured, { removalPolicy: RemovalPolicy.RETAIN });
    expect(Object.values(resources(kept.main, 'AWS::DynamoDB::Table'))[0]?.DeletionPolicy).toBe('Retain');

    // A fixed name would be taken where something of it stayed, or where a second stack is deployed.
    const named = Object.entries(whole.main.toJSON()['Resources']).flatMap(
      ([id, { Properties = {} }]: [string, Json]) =>
        [
          'Name',
          'TableName',
          'QueueName',
          'TopicName',
          'RoleName',
          'ManagedPolicyName',
          'BucketName',
          'AlarmName',
          'DashboardName',
        ].some((member) => member in Properties)
          ? [id]
          : [],
    );
    expect(named).toEqual([]);
  });

  it('keep reports private, for two weeks, with a log of who reads them', () => {
    const buckets = Object.values(resources(whole.main, 'AWS::S3::Bucket'));
    expect(buckets).toHaveLength(2);
    for (const { Properties, DeletionPolicy } of buckets) {
      expect(Properties.BucketEncryption).toBeDefined();
      expect(new Set(Object.values(Properties.PublicAccessBlockConfiguration))).toEqual(new Set([true]));
      expect(Properties.LifecycleConfiguration.Rules[0].ExpirationInDays).toBe(14);
      expect(DeletionPolicy).toBe('Retain');
    }
    expect(buckets.filter(({ Properties }) => 'LoggingConfiguration' in Properties)).toHaveLength(1);
  });
});

describe('rules', () => {
  const rules = ({ main }: Synthesised) => properties(main, 'AWS::Events::Rule');
  const inputs = (made: Synthesised) =>
    rules(made)
      .filter((each) => each.ScheduleExpression)
      .map(
        ({ ScheduleExpression, Targets }) =>
          `${ScheduleExpression} ${flat(Targets[0].InputTransformer.InputTemplate)}`,
      )
      .map((each) => each.replace(/[0-9A-F]{8}(?=>)/, ''))
      .sort();

  it('wake tick every minute, and ask ingest to poll and to look at filters where there is something', () => {
    expect(inputs(bare)).toEqual(['rate(1 minute) {"at":<time>}']);
    expect(inputs(whole)).toEqual([
      'rate(1 minute) {"at":<time>}',
      'rate(1 minute) {"poll":"<AWS::AccountId>","at":<time>}',
      'rate(5 minutes) {"watch":"<Ingest>","at":<time>}',
    ]);
  });

  it('send what ingest takes for what it is', () => {
    const sent = inputs(whole).map((each) =>
      each
        .replace(/^.*\) /, '')
        .replace('<AWS::AccountId>', '123456789012')
        .replace('<time>', '"2026-11-22T10:00:00Z"'),
    );
    const [ofTick, ...ofIngest] = sent.map((each) => arrivalsOf(JSON.parse(each)).map(({ kind }) => kind));
    expect(ofTick).toEqual(['unknown']);
    expect(ofIngest).toEqual([['poll'], ['watch']]);
  });

  it('pass on what happens to the configured clusters and no others', () => {
    const ecs = rules(whole)
      .map((each) => each.EventPattern)
      .filter((each) => each?.source?.[0] === 'aws.ecs');
    const frame = 'arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>';
    expect(ecs.find((each) => each.detail)?.detail.clusterArn.map(flat)).toEqual([`${frame}:cluster/shop`]);
    expect(ecs.find((each) => each.resources)?.resources.map((each: Json) => flat(each.prefix))).toEqual([
      `${frame}:service/shop/`,
    ]);
    expect(ecs.flatMap((each) => each['detail-type']).sort()).toEqual([
      'ECS Deployment State Change',
      'ECS Service Action',
      'ECS Task State Change',
    ]);
    expect(rules(bare).filter((each) => each.EventPattern)).toEqual([]);
  });

  it('are several where the clusters do not fit into the pattern of one', () => {
    const clusters = Array.from({ length: 60 }, (_, index) => `platform-of-the-shop-in-production-${index}`);
    const many = synthesised(withSources(...clusters.map((ecsCluster) => ({ ecsCluster }))));
    const resolved = rules(many).flatMap(({ EventPattern }) =>
      EventPattern === undefined
        ? []
        : [
            JSON.parse(JSON.stringify(EventPattern), (_, value) =>
              value?.['Fn::Join']
                ? flat(value)
                    .replace('<AWS::Partition>', 'aws-us-gov')
                    .replace('<AWS::Region>', 'ap-southeast-1')
                    .replace('<AWS::AccountId>', '123456789012')
                : value,
            ),
          ],
    );
    expect(resolved.length).toBeGreaterThan(2);
    for (const pattern of resolved) expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(2_048);
    const named = (texts: readonly string[]) => texts.map((text) => text.replace(/^.*?\/|\/$/g, '')).sort();
    expect(named(resolved.flatMap(({ detail }) => detail?.clusterArn ?? []))).toEqual([...clusters].sort());
    const deployments = resolved.flatMap((each) => each.resources?.map(({ prefix }: Json) => prefix) ?? []);
    expect(named(deployments)).toEqual([...clusters].sort());
  });

  it('tell ingest of every alarm on a loss, which it understands', () => {
    const [rule] = rules(whole).filter((each) => each.EventPattern?.source?.[0] === 'aws.cloudwatch');
    const { metric } = rule.EventPattern.detail.configuration.metrics.metricStat;
    const losses = properties(whole.main, 'AWS::CloudWatch::Alarm').filter(
      ({ Namespace }) => Namespace === 'AWS/Logs',
    );
    expect(losses.length).toBeGreaterThan(2);
    const seen = new Set<string>();
    for (const { MetricName, Namespace, Dimensions } of losses) {
      const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }: Json) => [Name, Value]));
      expect(metric.namespace).toContain(Namespace);
      expect(metric.dimensions['FilterName']).toContain(dimensions['FilterName']);
      const event = {
        detail: {
          alarmName: 'loss',
          state: { value: 'ALARM', timestamp: '2026-11-22T10:04:31.000+0000' },
          configuration: {
            metrics: [{ metricStat: { metric: { namespace: Namespace, name: MetricName, dimensions } } }],
          },
        },
      };
      expect(sightingOf(event)).toMatchObject({ group: dimensions['LogGroupName'], isBlind: true });
      seen.add(JSON.stringify(sightingOf(event)));
    }
    // Each has a word of its own.
    expect(seen.size).toBe(losses.length);
  });
});

describe('alarms', () => {
  it('watch everything that can fail, say what to do, and go to the health topic', () => {
    const made = resources(whole.main, 'AWS::CloudWatch::Alarm');
    const health = Object.keys(resources(whole.main, 'AWS::SNS::Topic')).find((id) =>
      id.startsWith('Health'),
    );
    for (const { Properties } of Object.values(made)) {
      expect(Properties.AlarmActions).toEqual([{ Ref: health }]);
      expect(Properties.OKActions).toEqual([{ Ref: health }]);
      expect(Properties.AlarmDescription).toMatch(/: .+\.$/);
    }
    const watched = Object.values(made).map(({ Properties: { MetricName, Dimensions } }) =>
      [
        MetricName,
        ...(Dimensions ?? []).map(({ Value }: Json) =>
          (typeof Value === 'string' ? Value : flat(Value)).replace(/[0-9A-F]{8}(?=[.>])/, ''),
        ),
      ].join(' '),
    );
    const subscribed = groups.filter(({ transport }) => transport === 'subscribe').map(({ group }) => group);
    expect(watched.sort()).toEqual(
      [
        ...['Evaluations', 'Deliveries', 'Ingest'].map(
          (name) => `ApproximateNumberOfMessagesVisible <${name}Dead.QueueName>`,
        ),
        ...['Ingest', 'Evaluate', 'Tick', 'Deliver'].map((name) => `Errors <${name}>`),
        'OldestTodoSeconds Closecall',
        'DeliveryFailures Closecall',
        'DestinationDeliveryFailures <Ingest>',
        'Problems Closecall',
        'TooLate Closecall',
        ...subscribed.flatMap((group) =>
          ['DeliveryErrors', 'DeliveryThrottling'].map((metric) => `${metric} Lambda Closecall ${group}`),
        ),
      ].sort(),
    );
  });

  it('look where the functions write their figures', () => {
    const printed: string[] = [];
    consoleLog(
      'Closecall',
      () => 0,
      (line) => printed.push(line),
    ).count('OldestTodoSeconds', 1);
    const line: Json = JSON.parse(printed.join(''));
    const [told] = line._aws.CloudWatchMetrics;
    const watched = properties(whole.main, 'AWS::CloudWatch::Alarm').find(
      ({ MetricName }) => MetricName === told.Metrics[0].Name,
    );
    expect(watched.Namespace).toBe(told.Namespace);
    expect(watched.Dimensions).toEqual(
      told.Dimensions[0].map((Name: string) => ({ Name, Value: line[Name] })),
    );
  });

  it('take a silent tick for a failing one, and silence about losses for none', () => {
    const missing = properties(whole.main, 'AWS::CloudWatch::Alarm').map(
      ({ MetricName, TreatMissingData }) => [MetricName === 'OldestTodoSeconds', TreatMissingData],
    );
    for (const [isTodo, treated] of missing) expect(treated).toBe(isTodo ? 'breaching' : 'notBreaching');
  });

  it('tell of a medium that refuses in two of three quarters of an hour, and not of a pause that it asks for', () => {
    const [told] = properties(whole.main, 'AWS::CloudWatch::Alarm').filter(
      ({ MetricName }) => MetricName === 'DeliveryFailures',
    );
    expect(told).toMatchObject({ Period: 900, EvaluationPeriods: 3, DatapointsToAlarm: 2, Threshold: 1 });
    // What is refused for good is tried again only so often: two tries must lie in what is looked at.
    expect(hopelessWait / second).toBeLessThanOrEqual(told.Period * (told.EvaluationPeriods - 1));
  });

  it('have a dashboard beside them', () => {
    const [dashboard] = properties(whole.main, 'AWS::CloudWatch::Dashboard');
    expect(flat(dashboard.DashboardBody)).toContain('OldestTodoSeconds');
  });
});

describe('least privilege', () => {
  const searched = (group: string) =>
    `logs:FilterLogEvents arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:${group}:*`;

  const looked = ({ group }: { readonly group: string }) =>
    searched(group).replace('FilterLogEvents', 'DescribeSubscriptionFilters');

  it('names every action and resource, but for the tail that CloudWatch Logs asks for', () => {
    const grants = grantsIn(whole.main);
    expect(grants.length).toBeGreaterThan(30);
    expect(grants.filter(({ action }) => /[*?]/.test(action))).toEqual([]);
    const wild = grants
      .filter(({ resource }) => /[*?]/.test(resource))
      .map(({ action, resource }) => `${action} ${resource}`);
    const watched = groups.filter(({ transport }) => transport === 'subscribe').map(looked);
    expect([...new Set(wild)].sort()).toEqual(
      [...groups.map(({ group }) => searched(group)), ...watched].sort(),
    );
  });

  it('gives each function what it does and no more', () => {
    const all = groups.map(({ group }) => searched(group));
    const polled = groups.filter(({ transport }) => transport === 'poll').map(({ group }) => searched(group));
    const watched = groups.filter(({ transport }) => transport === 'subscribe').map(looked);
    const own = (name: string) =>
      ['CreateLogStream', 'PutLogEvents'].map((each) => `logs:${each} <${name}Logs.Arn>`);
    const table = (...actions: readonly string[]) => actions.map((each) => `dynamodb:${each} <Table.Arn>`);
    const send = (...queues: readonly string[]) => queues.map((each) => `sqs:SendMessage <${each}.Arn>`);
    const consume = (queue: string) =>
      ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((each) => `sqs:${each} <${queue}.Arn>`);
    const tell = [
      'sns:Publish <Alerts>',
      'ssm:GetParameter arn:<AWS::Partition>:ssm:<AWS::Region>:<AWS::AccountId>:parameter/closecall/slack',
    ];
    const expected: Readonly<Record<(typeof names)[number], readonly string[]>> = {
      Ingest: [
        ...own('Ingest'),
        ...table('GetItem', 'PutItem', 'BatchWriteItem'),
        ...send('Evaluations', 'IngestRetry'),
        ...consume('IngestRetry'),
        ...polled,
        ...watched,
      ],
      Evaluate: [
        ...own('Evaluate'),
        ...table('GetItem', 'Query', 'PutItem', 'DeleteItem'),
        ...send('Deliveries'),
        ...consume('Evaluations'),
        ...all,
      ],
      Tick: [...own('Tick'), ...table('Query', 'PutItem'), ...send('Evaluations', 'Deliveries')],
      Deliver: [
        ...own('Deliver'),
        ...table('GetItem', 'PutItem', 'DeleteItem'),
        ...consume('Deliveries'),
        ...tell,
      ],
      Replay: [...own('Replay'), ...all, ...tell],
    };
    for (const name of names) expect(grantsOf(whole.main, name), name).toEqual([...expected[name]].sort());
  });

  it('reads both secrets of a webhook, and publishes to the chat that is configured', () => {
    const parameter = (name: string) => ({ parameter: `/closecall/${name}` });
    const both = synthesised({
      notify: { webhook: { url: parameter('url'), secret: parameter('key') }, chat: {} },
    });
    const grants = grantsIn(both.main).map(
      ({ role, action, resource }) => `${role.replace(/Role.*/, '')} ${action} ${resource}`,
    );
    for (const role of ['Deliver', 'Replay']) {
      for (const name of ['url', 'key'])
        expect(grants).toContain(
          `${role} ssm:GetParameter arn:<AWS::Partition>:ssm:<AWS::Region>:<AWS::AccountId>:parameter/closecall/${name}`,
        );
      expect(grants.filter((each) => each.startsWith(`${role} sns:Publish`))).toHaveLength(2);
    }
    expect(both.main.findOutputs('ChatTopicArn')).toHaveProperty('ChatTopicArn');
    const variables = properties(both.main, 'AWS::Lambda::Function').filter(
      ({ Environment }) => Environment.Variables.CLOSECALL_CHAT_TOPIC !== undefined,
    );
    expect(variables).toHaveLength(2);
  });

  it('reads the secret that is named and no other', () => {
    const secretArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:closecall/slack-AbCdEf';
    const hook = synthesised(
      { notify: { slack: { webhook: { secretArn } } } },
      { secretKey: 'arn:aws:kms:eu-central-1:123456789012:key/0f3c' },
    );
    const readers = grantsIn(hook.main).filter(({ action }) => /^(?:ssm|secretsmanager|kms):/.test(action));
    expect(
      readers
        .map(({ role, action, resource }) => `${role.replace(/Role.*/, '')} ${action} ${resource}`)
        .sort(),
    ).toEqual([
      'Deliver kms:Decrypt arn:aws:kms:eu-central-1:123456789012:key/0f3c',
      `Deliver secretsmanager:GetSecretValue ${secretArn}`,
      'Replay kms:Decrypt arn:aws:kms:eu-central-1:123456789012:key/0f3c',
      `Replay secretsmanager:GetSecretValue ${secretArn}`,
    ]);
    expect(grantsIn(bare.main).filter(({ action }) => /^(?:ssm|secretsmanager|kms):/.test(action))).toEqual(
      [],
    );
  });

  it('has no finding of AwsSolutions, which does find what is planted', () => {
    for (const { app } of [whole, bare])
      expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
    const stack = new Stack(whole.app, 'Planted');
    new Queue(stack, 'Open');
    new ManagedPolicy(stack, 'Wide', {
      statements: [
        new PolicyStatement({
          actions: ['logs:*'],
          resources: ['arn:aws:logs:eu-central-1:123456789012:log-group:/shop/nginx:*'],
        }),
      ],
    });
    const synth = () => whole.app.synth({ force: true });
    expect(synth).toThrow(/AwsSolutions-SQS3'/);
    expect(synth).toThrow(/AwsSolutions-SQS4'/);
    expect(synth).toThrow("AwsSolutions-IAM5[Action::logs:*]'");
    const named = 'arn:aws:logs:eu-central-1:123456789012:log-group:/shop/nginx:*';
    expect(synth).toThrow(`AwsSolutions-IAM5[Resource::${named}]'`);
    whole.app.node.tryRemoveChild('Planted');
  });
});

describe('a group of which every line comes', () => {
  it('is said at synth, once, with what helps', () => {
    const said = (...sources: readonly object[]) =>
      Annotations.fromStack(synthesised(withSources(...sources)).stacks[0] ?? new Stack())
        .findWarning('*', Match.anyValue())
        .map(({ entry }) => String(entry.data));
    const [warning, ...others] = said(
      proxy('/app/nginx'),
      proxy('/app/edge', { formats: ['nginx-error', 'nginx-access'] }),
    );
    expect(others).toEqual([]);
    expect(warning).toMatch(/^\/app\/nginx: No filter pattern.*name its own, for example .*nginx-error/);
    expect(said({ logGroup: '/app/api', role: 'backend', formats: ['plain'] })).toEqual([
      expect.stringMatching(/That lies in plain: naming other formats beside it changes nothing/),
    ]);
  });
});

describe('outputs', () => {
  it('are those that the command looks for', () => {
    const made = whole.main.toJSON()['Outputs'];
    for (const name of outputs) expect(made, name).toHaveProperty(name);
    expect(made.ConfigurationDigest.Value).toBe(configDigest(example));
    expect(flat(made.IngestFunctionName.Value)).toMatch(/^<Ingest[0-9A-F]{8}>$/);
  });
});

describe('a wrong configuration', () => {
  it('is refused with every sentence', () => {
    expect(() => synthesised('{ "sources": [')).toThrow(/^the configuration is not JSON/);
    expect(() =>
      synthesised(withSources(proxy('/closecall/Closecall/ingest'), proxy('/a', { role: 'prox' }))),
    ).toThrow(/sources\[1\]\.role/);
  });
});

describe('what is more than a stack holds', () => {
  const many = (count: number, transport = 'subscribe') => ({
    sources: Array.from({ length: count }, (_, n) => ({ logGroup: `/app/${n}`, role: 'backend', transport })),
    notify: {
      email: { to: Array.from({ length: 10 }, (_, n) => `ops-${n}@example.com`) },
      chat: {},
    },
  });

  it('is refused before CloudFormation would, and what is allowed fits', () => {
    const most = synthesised(many(mostSubscribed));
    for (const template of [most.main, most.sources])
      expect(Object.keys(template?.toJSON()['Resources'])).not.toHaveLength(0);
    expect(Object.keys(most.main.toJSON()['Resources']).length).toBeLessThanOrEqual(500);
    expect(() => synthesised(many(mostSubscribed + 1))).toThrow(
      'sources has 191 log groups that are subscribed to: a stack holds 190, each with its two alarms; deploy a second stack for some of them, or give some "transport": "poll".',
    );
    expect(() => synthesised(many(mostSubscribed + 1, 'poll'))).not.toThrow();
  });

  it('are incidents too short and too many for the item that keeps them', () => {
    expect(() => synthesised({ timings: { gap: '1m' } })).toThrow(
      'timings.gap is 60 s: with a horizon of 24 h a service could have 2880 incidents to be kept in one item of the table, which holds 2500; write a gap of 70s or more, or a shorter horizon.',
    );
    expect(() => synthesised({ timings: { gap: '70s' } })).not.toThrow();
    expect(() => synthesised({ timings: { gap: '1m', horizon: '12h' } })).not.toThrow();
  });
});
