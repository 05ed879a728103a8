import { defineClue } from '#lib/catalogue/define.ts';
import { ecsEvents, endedAs, guide, told } from '#lib/catalogue/define-ecs.ts';

export const ecsContainerHealthCheckFailed = defineClue({
  ...ecsEvents,
  id: 'ecs/container-health-check-failed',
  means: 'ECS stopped the task because the health check inside its container failed.',
  provenance: {
    project: 'Amazon ECS',
    file: 'Stopped tasks error messages',
    version: '2026',
    url: `${guide}/stopped-task-error-codes.html`,
  },
  reads: (event) => (endedAs(event, 'container-check') ? told(event, [event.fields['reason']]) : []),
  points: [
    { cause: 'restart', strength: 'strong' },
    { cause: 'overload', strength: 'context' },
  ],
  within: { from: -35_000, to: 35_000 },
  consequences: [],
  samples: [
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c57","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T12:00:31Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"],"detail":{"attachments":[{"id":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","type":"eni","status":"DELETED","details":[{"name":"networkInterfaceId","value":"eni-0a1b2c3d4e5f60718"},{"name":"privateIPv4Address","value":"10.0.1.7"}]}],"availabilityZone":"eu-west-1a","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[{"containerArn":"arn:aws:ecs:eu-west-1:111122223333:container/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d/f4b2c4c0-4b16-437c-a63d-fba10838f164","exitCode":143,"lastStatus":"STOPPED","name":"api","image":"api:41","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.1.7"}]}],"createdAt":"2026-11-24T09:12:20.118Z","desiredStatus":"STOPPED","executionStoppedAt":"2026-11-24T12:00:05.610Z","group":"service:api","launchType":"FARGATE","lastStatus":"STOPPED","memory":"512","overrides":{"containerOverrides":[{"name":"api"}]},"startedAt":"2026-11-24T09:12:44.310Z","startedBy":"ecs-svc/1637086347952626779","stoppingAt":"2026-11-24T12:00:02.601Z","stoppedAt":"2026-11-24T12:00:31.402Z","stoppedReason":"Task failed container health checks","stopCode":"ServiceSchedulerInitiated","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/api:41","updatedAt":"2026-11-24T12:00:31.402Z","version":6}}',
      gives: {
        unit: '0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d',
        service: 'api',
        cluster: 'prod',
        addresses: ['10.0.1.7'],
        reason: 'Task failed container health checks',
      },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS task state change events"',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c57","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T12:00:31Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"],"detail":{"attachments":[{"id":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","type":"eni","status":"DELETED","details":[{"name":"networkInterfaceId","value":"eni-0a1b2c3d4e5f60718"},{"name":"privateIPv4Address","value":"10.0.1.7"}]}],"availabilityZone":"eu-west-1a","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[{"containerArn":"arn:aws:ecs:eu-west-1:111122223333:container/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d/f4b2c4c0-4b16-437c-a63d-fba10838f164","exitCode":143,"lastStatus":"STOPPED","name":"api","image":"api:41","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.1.7"}]}],"createdAt":"2026-11-24T09:12:20.118Z","desiredStatus":"STOPPED","executionStoppedAt":"2026-11-24T12:00:05.610Z","group":"service:api","launchType":"FARGATE","lastStatus":"STOPPED","memory":"512","overrides":{"containerOverrides":[{"name":"api"}]},"startedAt":"2026-11-24T09:12:44.310Z","startedBy":"ecs-svc/1637086347952626779","stoppingAt":"2026-11-24T12:00:02.601Z","stoppedAt":"2026-11-24T12:00:31.402Z","stoppedReason":"Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/api/ccb1c7ee670051a0)","stopCode":"ServiceSchedulerInitiated","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/api:41","updatedAt":"2026-11-24T12:00:31.402Z","version":6}}',
      because: 'the check of the load balancer',
    },
  ],
});
