import { defineClue } from '#lib/catalogue/define.ts';
import { ecsEvents, guide, isTask, told } from '#lib/catalogue/define-ecs.ts';

export const ecsTaskStarted = defineClue({
  ...ecsEvents,
  id: 'ecs/task-started',
  means: 'A task runs and can be reached at its address.',
  provenance: {
    project: 'Amazon ECS',
    file: 'Amazon ECS task state change events',
    version: '2026',
    url: `${guide}/ecs_task_events.html`,
  },
  // It explains no close; it tells which service and which task stand behind an address.
  reads: (event) => {
    const { lastStatus, desiredStatus, exits } = event.fields;
    const running = isTask(event) && lastStatus === 'RUNNING' && desiredStatus === 'RUNNING' && !exits;
    return running ? told(event, [event.fields['unit']]) : [];
  },
  points: [],
  within: { from: -120_000, to: 0 },
  consequences: [],
  samples: [
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c57","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T09:12:44Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"],"detail":{"attachments":[{"id":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","type":"eni","status":"ATTACHED","details":[{"name":"networkInterfaceId","value":"eni-0a1b2c3d4e5f60718"},{"name":"privateIPv4Address","value":"10.0.1.7"}]}],"availabilityZone":"eu-west-1a","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[{"containerArn":"arn:aws:ecs:eu-west-1:111122223333:container/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d/f4b2c4c0-4b16-437c-a63d-fba10838f164","lastStatus":"RUNNING","name":"api","image":"api:41","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.1.7"}]}],"createdAt":"2026-11-24T09:12:20.118Z","desiredStatus":"RUNNING","group":"service:api","launchType":"FARGATE","lastStatus":"RUNNING","memory":"512","overrides":{"containerOverrides":[{"name":"api"}]},"startedAt":"2026-11-24T09:12:44.310Z","startedBy":"ecs-svc/1637086347952626779","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/api:41","updatedAt":"2026-11-24T09:12:44.310Z","version":3}}',
      gives: {
        unit: '0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d',
        service: 'api',
        cluster: 'prod',
        addresses: ['10.0.1.7'],
      },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS task state change events"',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c57","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T09:12:31Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"],"detail":{"attachments":[{"id":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","type":"eni","status":"ATTACHED","details":[{"name":"networkInterfaceId","value":"eni-0a1b2c3d4e5f60718"},{"name":"privateIPv4Address","value":"10.0.1.7"}]}],"availabilityZone":"eu-west-1a","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[{"containerArn":"arn:aws:ecs:eu-west-1:111122223333:container/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d/f4b2c4c0-4b16-437c-a63d-fba10838f164","lastStatus":"RUNNING","name":"api","image":"api:41","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.1.7"}]}],"createdAt":"2026-11-24T09:12:20.118Z","desiredStatus":"RUNNING","group":"service:api","launchType":"FARGATE","lastStatus":"PENDING","memory":"512","overrides":{"containerOverrides":[{"name":"api"}]},"startedBy":"ecs-svc/1637086347952626779","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d","taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/api:41","updatedAt":"2026-11-24T09:12:31.310Z","version":2}}',
      because: 'it does not run yet',
    },
  ],
});
