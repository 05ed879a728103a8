import { defineClue } from '#lib/catalogue/define.ts';
import { happened } from '#lib/catalogue/define-aws.ts';

export const ec2InstanceStopping = defineClue({
  id: 'ec2/instance-stopping',
  formats: ['aws-event'],
  needles: ['aws.ec2'],
  means: 'An instance is being stopped or ended, or Spot takes it back in two minutes.',
  provenance: {
    project: 'Amazon EC2',
    file: 'Spot Instance interruption notices; State change events for your instances',
    version: '2026',
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html',
  },
  reads: (event) =>
    happened(
      event,
      ({ event: type = '', state = '' }) =>
        type === 'EC2 Spot Instance Interruption Warning' ||
        (type === 'EC2 Instance State-change Notification' && /^(?:stopping|shutting-down)$/.test(state)),
    ),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -125000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '{"version":"0","id":"12345678-1234-1234-1234-123456789012","detail-type":"EC2 Spot Instance Interruption Warning","source":"aws.ec2","account":"123456789012","time":"2026-11-22T12:00:02Z","region":"us-west-2","resources":["arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/web"],"detail":{"instance-id":"i-1234567890abcdef0","instance-action":"terminate"}}',
      gives: { reason: 'i-1234567890abcdef0' },
      from: 'rebuilt from the template, Amazon EC2 user guide, "Spot Instance interruption notices"',
    },
    {
      line: '{"version":"0","id":"12345678-1234-1234-1234-123456789012","detail-type":"EC2 Instance State-change Notification","source":"aws.ec2","account":"123456789012","time":"2026-11-22T12:00:02Z","region":"us-west-2","resources":["arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/web"],"detail":{"instance-id":"i-1234567890abcdef0","state":"shutting-down"}}',
      gives: {},
      from: 'rebuilt from the template, Amazon EC2 user guide, "State change events for your instances"',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"12345678-1234-1234-1234-123456789012","detail-type":"EC2 Instance State-change Notification","source":"aws.ec2","account":"123456789012","time":"2026-11-22T12:00:02Z","region":"us-west-2","resources":["arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/web"],"detail":{"instance-id":"i-1234567890abcdef0","state":"running"}}',
      because: 'it runs',
    },
  ],
});
