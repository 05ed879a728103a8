import { defineFormat } from '#lib/catalogue/define.ts';
import {
  firstOf,
  type JsonObject,
  jsonObject,
  present,
  scalar,
  stampIn,
} from '#lib/catalogue/define-json.ts';

const sources: ReadonlySet<string> = new Set([
  'aws.codedeploy',
  'aws.elasticbeanstalk',
  'aws.autoscaling',
  'aws.ec2',
]);

export const awsEvent = defineFormat({
  id: 'aws-event',
  title: 'CodeDeploy, Elastic Beanstalk, Auto Scaling and EC2 events as EventBridge delivers them',
  manual: 'https://docs.aws.amazon.com/eventbridge/latest/ref/events.html',
  kind: 'text',
  role: 'platform',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('{') || !line.includes('"detail-type"')) return undefined;
    const object = jsonObject(line);
    const source = scalar(object?.['source']) ?? '';
    const event = scalar(object?.['detail-type']);
    const told = object?.['detail'];
    if (!object || !sources.has(source) || event === undefined) return undefined;
    if (typeof told !== 'object' || told === null || Array.isArray(told)) return undefined;
    const detail: JsonObject = { ...told };
    const said = (...names: readonly string[]) => scalar(firstOf(detail, ...names));
    const state = said('state', 'Status', 'instance-action', 'LifecycleTransition', 'StatusCode');
    const text = said('Message', 'Cause', 'Description');
    const subject = said(
      'deploymentId',
      'EnvironmentName',
      'AutoScalingGroupName',
      'EC2InstanceId',
      'instance-id',
    );
    return {
      kind: 'line',
      stamp: stampIn(firstOf(detail, 'EventDate', 'EndTime')) ?? stampIn(object['time']),
      message: text ?? [event, subject, state].filter(Boolean).join(' '),
      fields: present({
        source,
        event,
        state,
        subject,
        application: said('application', 'ApplicationName'),
        instance: said('instanceId', 'EC2InstanceId', 'instance-id'),
      }),
    };
  },
  samples: [
    {
      line: '{"account":"123456789012","region":"us-east-1","detail-type":"CodeDeploy Deployment State-change Notification","source":"aws.codedeploy","version":"0","time":"2026-11-22T12:00:02Z","id":"c071bfbf-83c4-49ca-a6ff-3df053957145","resources":["arn:aws:codedeploy:us-east-1:123456789012:application:shop"],"detail":{"instanceGroupId":"9fd2fbef-2157-40d8-91e7-6845af69e2d2","region":"us-east-1","application":"shop","deploymentId":"d-123456789","state":"START","deploymentGroup":"web"}}',
      gives: {
        at: '2026-11-22T12:00:02.000',
        message: 'CodeDeploy Deployment State-change Notification d-123456789 START',
        fields: { source: 'aws.codedeploy', state: 'START', application: 'shop' },
      },
      from: 'rebuilt from the template, AWS CodeDeploy user guide, "Monitoring deployments with Amazon CloudWatch Events"',
    },
    {
      line: '{"version":"0","id":"1234a678-1b23-c123-12fd3f456e78","detail-type":"Elastic Beanstalk resource status change","source":"aws.elasticbeanstalk","account":"111122223333","time":"2026-11-22T12:00:03Z","region":"us-east-1","resources":["arn:aws:elasticbeanstalk:us-east-1:111122223333:environment/shop/shop-prod"],"detail":{"Status":"Environment update is starting","EventDate":1795348802000,"ApplicationName":"shop","Message":"Environment update is starting.","EnvironmentName":"shop-prod","Severity":"INFO"}}',
      gives: {
        at: '2026-11-22T12:00:02.000',
        message: 'Environment update is starting.',
        fields: { source: 'aws.elasticbeanstalk', subject: 'shop-prod' },
      },
      from: 'rebuilt from the template, AWS Elastic Beanstalk developer guide, "Using Elastic Beanstalk with Amazon EventBridge"',
    },
  ],
  forgeries: [],
});
