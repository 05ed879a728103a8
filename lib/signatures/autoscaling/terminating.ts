import { defineClue } from '#lib/catalogue/define.ts';
import { happened } from '#lib/catalogue/define-aws.ts';

export const autoscalingTerminating = defineClue({
  id: 'autoscaling/terminating',
  formats: ['aws-event'],
  needles: ['aws.autoscaling'],
  means: 'An Auto Scaling group takes an instance away.',
  provenance: {
    project: 'Amazon EC2 Auto Scaling',
    file: 'Amazon EC2 Auto Scaling event reference',
    version: '2026',
    url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html',
  },
  reads: (event) =>
    happened(event, ({ event: type = '' }) =>
      /^EC2 Instance(?:-terminate Lifecycle Action| Terminate Successful)$/.test(type),
    ),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -120000, to: 60000 },
  consequences: [],
  samples: [
    {
      line: '{"version":"0","id":"12345678-1234-1234-1234-123456789012","detail-type":"EC2 Instance-terminate Lifecycle Action","source":"aws.autoscaling","account":"123456789012","time":"2026-11-22T12:00:02Z","region":"us-west-2","resources":["arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/web"],"detail":{"LifecycleActionToken":"87654321-4321-4321-4321-210987654321","AutoScalingGroupName":"web","LifecycleHookName":"drain","EC2InstanceId":"i-1234567890abcdef0","LifecycleTransition":"autoscaling:EC2_INSTANCE_TERMINATING"}}',
      gives: { reason: 'i-1234567890abcdef0' },
      from: 'rebuilt from the template, Amazon EC2 Auto Scaling user guide, "Amazon EC2 Auto Scaling event reference"',
    },
    {
      line: '{"version":"0","id":"12345678-1234-1234-1234-123456789012","detail-type":"EC2 Instance Terminate Successful","source":"aws.autoscaling","account":"123456789012","time":"2026-11-22T12:00:02Z","region":"us-west-2","resources":["arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/web"],"detail":{"StatusCode":"InProgress","AutoScalingGroupName":"web","EC2InstanceId":"i-1234567890abcdef0","EndTime":"2026-11-22T12:00:01.000Z","Cause":"At 2026-11-22T12:00:00Z a user request update of AutoScalingGroup constraints."}}',
      gives: { reason: 'i-1234567890abcdef0' },
      from: 'rebuilt from the template, Amazon EC2 Auto Scaling user guide, "Amazon EC2 Auto Scaling event reference"',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"12345678-1234-1234-1234-123456789012","detail-type":"EC2 Instance-launch Lifecycle Action","source":"aws.autoscaling","account":"123456789012","time":"2026-11-22T12:00:02Z","region":"us-west-2","resources":["arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/web"],"detail":{"LifecycleActionToken":"87654321-4321-4321-4321-210987654321","AutoScalingGroupName":"web","LifecycleHookName":"drain","EC2InstanceId":"i-1234567890abcdef0","LifecycleTransition":"autoscaling:EC2_INSTANCE_LAUNCHING"}}',
      because: 'an instance comes',
    },
  ],
});
