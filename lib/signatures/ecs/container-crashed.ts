import { defineClue } from '#lib/catalogue/define.ts';
import {
  culprit,
  ecsEvents,
  endedItself,
  faults,
  guide,
  outOfMemory,
  toldExit,
} from '#lib/catalogue/define-ecs.ts';

export const ecsContainerCrashed = defineClue({
  ...ecsEvents,
  id: 'ecs/container-crashed',
  means:
    'The task ended because one of its containers died of a signal that a process raises by its own fault.',
  provenance: {
    project: 'Amazon ECS',
    file: 'Stopped tasks error codes',
    version: '2026',
    url: `${guide}/stopped-task-error-codes.html`,
  },
  reads: (event) => {
    const exit = endedItself(event) && !outOfMemory(event) ? culprit(event) : undefined;
    const signal = faults[exit?.code ?? 0];
    return exit && signal !== undefined ? toldExit(event, exit, { signal }) : [];
  },
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -5_000, to: 12_000 },
  consequences: [],
  samples: [
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c57","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T12:00:31Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"],"detail":{"attachments":[{"id":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","type":"eni","status":"DELETED","details":[{"name":"networkInterfaceId","value":"eni-0a1b2c3d4e5f60718"},{"name":"privateIPv4Address","value":"10.0.1.7"}]}],"availabilityZone":"eu-west-1a","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[{"containerArn":"arn:aws:ecs:eu-west-1:111122223333:container/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d/f4b2c4c0-4b16-437c-a63d-fba10838f164","exitCode":139,"lastStatus":"STOPPED","name":"api","image":"api:41","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.1.7"}]}],"createdAt":"2026-11-24T09:12:20.118Z","desiredStatus":"STOPPED","executionStoppedAt":"2026-11-24T12:00:05.225Z","group":"service:api","launchType":"FARGATE","lastStatus":"STOPPED","memory":"512","overrides":{"containerOverrides":[{"name":"api"}]},"startedAt":"2026-11-24T09:12:44.310Z","startedBy":"ecs-svc/1637086347952626779","stoppingAt":"2026-11-24T12:00:15.432Z","stoppedAt":"2026-11-24T12:00:31.402Z","stoppedReason":"Essential container in task exited","stopCode":"EssentialContainerExited","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/api:41","updatedAt":"2026-11-24T12:00:31.402Z","version":6}}',
      gives: {
        unit: '0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d',
        service: 'api',
        cluster: 'prod',
        addresses: ['10.0.1.7'],
        container: 'api',
        code: 139,
        signal: 'SIGSEGV',
      },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS task state change events"',
    },
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c57","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T12:00:31Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"],"detail":{"attachments":[{"id":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","type":"eni","status":"DELETED","details":[{"name":"networkInterfaceId","value":"eni-0a1b2c3d4e5f60718"},{"name":"privateIPv4Address","value":"10.0.1.7"}]}],"availabilityZone":"eu-west-1a","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[{"containerArn":"arn:aws:ecs:eu-west-1:111122223333:container/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d/f4b2c4c0-4b16-437c-a63d-fba10838f164","exitCode":143,"lastStatus":"STOPPED","name":"aws-otel-collector","image":"aws-otel-collector:41","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.1.7"}]},{"containerArn":"arn:aws:ecs:eu-west-1:111122223333:container/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d/f4b2c4c0-4b16-437c-a63d-fba10838f164","exitCode":134,"lastStatus":"STOPPED","name":"api","image":"api:41","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.1.7"}]}],"createdAt":"2026-11-24T09:12:20.118Z","desiredStatus":"STOPPED","executionStoppedAt":"2026-11-24T12:00:05.225Z","group":"service:api","launchType":"FARGATE","lastStatus":"STOPPED","memory":"512","overrides":{"containerOverrides":[{"name":"aws-otel-collector"},{"name":"api"}]},"startedAt":"2026-11-24T09:12:44.310Z","startedBy":"ecs-svc/1637086347952626779","stoppingAt":"2026-11-24T12:00:15.432Z","stoppedAt":"2026-11-24T12:00:31.402Z","stoppedReason":"Essential container in task exited","stopCode":"EssentialContainerExited","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/api:41","updatedAt":"2026-11-24T12:00:31.402Z","version":6}}',
      gives: { container: 'api', code: 134, signal: 'SIGABRT' },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS task state change events"',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c57","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T12:00:31Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"],"detail":{"attachments":[{"id":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","type":"eni","status":"DELETED","details":[{"name":"networkInterfaceId","value":"eni-0a1b2c3d4e5f60718"},{"name":"privateIPv4Address","value":"10.0.1.7"}]}],"availabilityZone":"eu-west-1a","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[{"containerArn":"arn:aws:ecs:eu-west-1:111122223333:container/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d/f4b2c4c0-4b16-437c-a63d-fba10838f164","exitCode":137,"lastStatus":"STOPPED","name":"api","image":"api:41","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.1.7"}]}],"createdAt":"2026-11-24T09:12:20.118Z","desiredStatus":"STOPPED","executionStoppedAt":"2026-11-24T12:00:05.225Z","group":"service:api","launchType":"FARGATE","lastStatus":"STOPPED","memory":"512","overrides":{"containerOverrides":[{"name":"api"}]},"startedAt":"2026-11-24T09:12:44.310Z","startedBy":"ecs-svc/1637086347952626779","stoppingAt":"2026-11-24T12:00:15.432Z","stoppedAt":"2026-11-24T12:00:31.402Z","stoppedReason":"Essential container in task exited","stopCode":"EssentialContainerExited","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/api:41","updatedAt":"2026-11-24T12:00:31.402Z","version":6}}',
      because: 'SIGKILL comes from outside',
    },
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c57","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T12:00:31Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"],"detail":{"attachments":[{"id":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","type":"eni","status":"DELETED","details":[{"name":"networkInterfaceId","value":"eni-0a1b2c3d4e5f60718"},{"name":"privateIPv4Address","value":"10.0.1.7"}]}],"availabilityZone":"eu-west-1a","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[{"containerArn":"arn:aws:ecs:eu-west-1:111122223333:container/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d/f4b2c4c0-4b16-437c-a63d-fba10838f164","exitCode":139,"lastStatus":"STOPPED","name":"api","image":"api:41","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.1.7"}]}],"createdAt":"2026-11-24T09:12:20.118Z","desiredStatus":"STOPPED","executionStoppedAt":"2026-11-24T12:00:05.610Z","group":"service:api","launchType":"FARGATE","lastStatus":"STOPPED","memory":"512","overrides":{"containerOverrides":[{"name":"api"}]},"startedAt":"2026-11-24T09:12:44.310Z","startedBy":"ecs-svc/1637086347952626779","stoppingAt":"2026-11-24T12:00:02.601Z","stoppedAt":"2026-11-24T12:00:31.402Z","stoppedReason":"Task stopped by user","stopCode":"UserInitiated","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/api:41","updatedAt":"2026-11-24T12:00:31.402Z","version":6}}',
      because: 'it was asked to stop, and failed at that',
    },
  ],
});
