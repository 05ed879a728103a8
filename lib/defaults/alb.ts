import { defineProgram } from '#lib/catalogue/define.ts';

const manual =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#connection-idle-timeout';
const values = [
  { since: '2016-08', value: 60_000, note: 'From 1 to 4,000 s; it holds for both sides.' },
] as const;

export const alb = defineProgram({
  program: 'alb',
  title: 'Application Load Balancer',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'response',
      setting: 'alb.idle_timeout',
      written: 'idle_timeout.timeout_seconds',
      unit: 'ms',
      values,
      manual,
    },
    {
      kind: 'keep-alive',
      setting: 'alb.idle_timeout',
      written: 'idle_timeout.timeout_seconds',
      unit: 'ms',
      values,
      manual,
    },
  ],
});
