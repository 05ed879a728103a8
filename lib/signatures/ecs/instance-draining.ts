import { defineClue } from '#lib/catalogue/define.ts';
import { ecsEvents, guide, told } from '#lib/catalogue/define-ecs.ts';

export const ecsInstanceDraining = defineClue({
  ...ecsEvents,
  id: 'ecs/instance-draining',
  means: 'A container instance is drained: the tasks on it are stopped and started elsewhere.',
  provenance: {
    project: 'Amazon ECS',
    file: 'Amazon ECS container instance state change events',
    version: '2026',
    url: `${guide}/ecs_container_instance_events.html`,
  },
  reads: (event) =>
    event.fields['event'] === 'ECS Container Instance State Change' && event.fields['status'] === 'DRAINING'
      ? told(event, ['DRAINING'])
      : [],
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120_000, to: 2_000 },
  consequences: [],
  trigger: true,
  samples: [
    {
      line: '{"version":"0","id":"8952ba83-7be2-4ab5-9c32-6687532d15a2","detail-type":"ECS Container Instance State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T11:58:06Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:container-instance/prod/cc140843b7e14a9398c2c6e637e86b93"],"detail":{"agentConnected":true,"clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containerInstanceArn":"arn:aws:ecs:eu-west-1:111122223333:container-instance/prod/cc140843b7e14a9398c2c6e637e86b93","ec2InstanceId":"i-0a1b2c3d4e5f60718","status":"DRAINING","version":14801,"updatedAt":"2026-11-24T11:58:06.991Z"}}',
      gives: { cluster: 'prod' },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS container instance state change events"',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"8952ba83-7be2-4ab5-9c32-6687532d15a2","detail-type":"ECS Container Instance State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T11:58:06Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:container-instance/prod/cc140843b7e14a9398c2c6e637e86b93"],"detail":{"agentConnected":false,"clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containerInstanceArn":"arn:aws:ecs:eu-west-1:111122223333:container-instance/prod/cc140843b7e14a9398c2c6e637e86b93","ec2InstanceId":"i-0a1b2c3d4e5f60718","status":"ACTIVE","version":14801,"updatedAt":"2026-11-24T11:58:06.991Z"}}',
      because: 'the agent disconnects several times an hour and means nothing by it',
    },
  ],
});
