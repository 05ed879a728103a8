import { defineProgram } from '#lib/catalogue/define.ts';

const manual = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-idle-timeout.html';
const values = [
  { since: '2009-05', value: 60_000, note: 'From 1 to 4,000 s; it holds for both sides.' },
] as const;

const line =
  'aws elb modify-load-balancer-attributes --load-balancer-name … --load-balancer-attributes ConnectionSettings={IdleTimeout={}}';

export const elb = defineProgram({
  program: 'elb',
  title: 'Classic Load Balancer',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'response',
      setting: 'elb.idle_timeout',
      written: 'idle timeout',
      line,
      unit: 'ms',
      values,
      manual,
    },
    {
      kind: 'keep-alive',
      setting: 'elb.idle_timeout',
      written: 'idle timeout',
      line,
      unit: 'ms',
      values,
      manual,
    },
  ],
});
