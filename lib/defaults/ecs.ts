import { defineProgram } from '#lib/catalogue/define.ts';

export const ecs = defineProgram({
  program: 'ecs',
  title: 'Amazon ECS',
  role: 'platform',
  processes: ['amazon-ecs-*', 'ecs-agent'],
  limits: [
    {
      kind: 'grace',
      setting: 'ecs.stopTimeout',
      written: 'stopTimeout',
      unit: 'ms',
      values: [
        {
          since: '1.26',
          value: 30_000,
          note: 'From SIGTERM to SIGKILL; on Fargate 120 s at most. On instances ECS_CONTAINER_STOP_TIMEOUT sets the default.',
        },
      ],
      manual: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
    },
    {
      kind: 'grace',
      setting: 'ecs.deregistration_delay',
      written: 'deregistration_delay.timeout_seconds',
      unit: 'ms',
      values: [
        {
          since: '2016',
          value: 300_000,
          note: 'Of the target group: how long a load balancer lets requests finish before ECS sends SIGTERM.',
        },
      ],
      manual:
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
    },
  ],
});
