import { defineClue } from '#lib/catalogue/define.ts';
import { happened } from '#lib/catalogue/define-aws.ts';

export const autoscalingRefreshStarted = defineClue({
  id: 'autoscaling/refresh-started',
  formats: ['aws-event'],
  needles: ['aws.autoscaling'],
  means: 'An instance refresh began: the group replaces its instances, as a deployment does.',
  provenance: {
    project: 'Amazon EC2 Auto Scaling',
    file: 'Amazon EC2 Auto Scaling event reference',
    version: '2026',
    url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html',
  },
  reads: (event) =>
    happened(event, ({ event: type }) => type === 'EC2 Auto Scaling Instance Refresh Started'),
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '{"version":"0","id":"12345678-1234-1234-1234-123456789012","detail-type":"EC2 Auto Scaling Instance Refresh Started","source":"aws.autoscaling","account":"123456789012","time":"2026-11-22T12:00:02Z","region":"us-west-2","resources":["arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/web"],"detail":{"InstanceRefreshId":"ab00cf8f-9126-4f3c-8010-dbb8cad6fb86","AutoScalingGroupName":"web"}}',
      gives: { reason: 'web' },
      from: 'rebuilt from the template, Amazon EC2 Auto Scaling user guide, "Amazon EC2 Auto Scaling event reference"',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"12345678-1234-1234-1234-123456789012","detail-type":"EC2 Auto Scaling Instance Refresh Succeeded","source":"aws.autoscaling","account":"123456789012","time":"2026-11-22T12:00:02Z","region":"us-west-2","resources":["arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/web"],"detail":{"InstanceRefreshId":"ab00cf8f-9126-4f3c-8010-dbb8cad6fb86","AutoScalingGroupName":"web"}}',
      because: 'it is over',
    },
  ],
});
