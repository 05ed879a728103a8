import { defineClue } from '#lib/catalogue/define.ts';
import { ecsEvents, guide, told } from '#lib/catalogue/define-ecs.ts';

export const ecsStartImpaired = defineClue({
  ...ecsEvents,
  id: 'ecs/start-impaired',
  means: 'The service cannot keep its tasks running: they end again and again soon after their start.',
  provenance: {
    project: 'Amazon ECS',
    file: 'Amazon ECS service action events',
    version: '2026',
    url: `${guide}/ecs_service_events.html`,
  },
  reads: (event) =>
    event.fields['eventName'] === 'SERVICE_TASK_START_IMPAIRED'
      ? told(event, ['SERVICE_TASK_START_IMPAIRED'])
      : [],
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -120_000, to: 60_000 },
  consequences: [],
  samples: [
    {
      line: '{"version":"0","id":"ddca6449-b258-46c0-8653-e0e3a6d0468b","detail-type":"ECS Service Action","source":"aws.ecs","account":"111122223333","time":"2026-11-24T12:01:38Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:service/prod/api"],"detail":{"eventType":"WARN","eventName":"SERVICE_TASK_START_IMPAIRED","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","createdAt":"2026-11-24T12:01:38.725Z"}}',
      gives: { service: 'api', cluster: 'prod' },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS service action events"',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"ddca6449-b258-46c0-8653-e0e3a6d0468b","detail-type":"ECS Service Action","source":"aws.ecs","account":"111122223333","time":"2026-11-24T12:01:38Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:service/prod/api"],"detail":{"eventType":"ERROR","eventName":"SERVICE_TASK_PLACEMENT_FAILURE","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","reason":"RESOURCE:FARGATE","createdAt":"2026-11-24T12:01:38.725Z"}}',
      because: 'there was no room for another task; those that run are left alone',
    },
  ],
});
