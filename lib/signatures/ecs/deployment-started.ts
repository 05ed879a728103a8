import { defineClue } from '#lib/catalogue/define.ts';
import { deploymentIn, ecsEvents, guide, told } from '#lib/catalogue/define-ecs.ts';

export const ecsDeploymentStarted = defineClue({
  ...ecsEvents,
  id: 'ecs/deployment-started',
  means: 'A deployment of the service began: tasks of the old revision are stopped as new ones get ready.',
  provenance: {
    project: 'Amazon ECS',
    file: 'Amazon ECS service deployment state change events',
    version: '2026',
    url: `${guide}/ecs_service_deployment_events.html`,
  },
  reads: (event) =>
    event.fields['eventName'] === 'SERVICE_DEPLOYMENT_IN_PROGRESS'
      ? told(event, ['SERVICE_DEPLOYMENT_IN_PROGRESS'], deploymentIn(event))
      : [],
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120_000, to: 2_000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  stage: 'begins',
  samples: [
    {
      line: '{"version":"0","id":"ddca6449-b258-46c0-8653-e0e3a6d0468b","detail-type":"ECS Deployment State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T11:58:02Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:service/prod/api"],"detail":{"eventType":"INFO","eventName":"SERVICE_DEPLOYMENT_IN_PROGRESS","deploymentId":"ecs-svc/2718281828459045235","updatedAt":"2026-11-24T11:58:02.417Z","reason":"ECS deployment ecs-svc/2718281828459045235 in progress."}}',
      gives: {
        service: 'api',
        cluster: 'prod',
        deployment: 'ecs-svc/2718281828459045235',
        reason: 'ECS deployment ecs-svc/2718281828459045235 in progress.',
      },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS service deployment state change events"',
    },
    {
      line: '{"version":"0","id":"ddca6449-b258-46c0-8653-e0e3a6d0468b","detail-type":"ECS Deployment State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T11:58:02Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:service/prod/api"],"detail":{"eventType":"INFO","eventName":"SERVICE_DEPLOYMENT_IN_PROGRESS","deploymentId":"ecs-svc/2718281828459045235","updatedAt":"2026-11-24T11:58:02.417Z","reason":"ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1637086347952626779."}}',
      gives: { service: 'api', cluster: 'prod' },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS service deployment state change events"',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"ddca6449-b258-46c0-8653-e0e3a6d0468b","detail-type":"ECS Service Action","source":"aws.ecs","account":"111122223333","time":"2026-11-24T11:58:02Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:service/prod/api"],"detail":{"eventType":"INFO","eventName":"SERVICE_STEADY_STATE","clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","createdAt":"2026-11-24T11:58:02.417Z"}}',
      because: 'all is well',
    },
  ],
});
