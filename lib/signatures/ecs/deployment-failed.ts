import { defineClue } from '#lib/catalogue/define.ts';
import { deploymentIn, ecsEvents, guide, told } from '#lib/catalogue/define-ecs.ts';

export const ecsDeploymentFailed = defineClue({
  ...ecsEvents,
  id: 'ecs/deployment-failed',
  means: 'A deployment of the service failed: where a rollback is set, tasks are replaced once more.',
  provenance: {
    project: 'Amazon ECS',
    file: 'Amazon ECS service deployment state change events',
    version: '2026',
    url: `${guide}/ecs_service_deployment_events.html`,
  },
  reads: (event) =>
    event.fields['eventName'] === 'SERVICE_DEPLOYMENT_FAILED'
      ? told(event, ['SERVICE_DEPLOYMENT_FAILED'], deploymentIn(event))
      : [],
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120_000, to: 2_000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  stage: 'fails',
  samples: [
    {
      line: '{"version":"0","id":"ddca6449-b258-46c0-8653-e0e3a6d0468b","detail-type":"ECS Deployment State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T11:58:02Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:service/prod/api"],"detail":{"eventType":"ERROR","eventName":"SERVICE_DEPLOYMENT_FAILED","deploymentId":"ecs-svc/2718281828459045235","updatedAt":"2026-11-24T11:58:02.417Z","reason":"ECS deployment circuit breaker: task failed to start."}}',
      gives: {
        service: 'api',
        cluster: 'prod',
        deployment: 'ecs-svc/2718281828459045235',
        reason: 'ECS deployment circuit breaker: task failed to start.',
      },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS service deployment state change events"',
    },
  ],
  nearMisses: [],
});
