import { defineClue } from '#lib/catalogue/define.ts';
import { happened } from '#lib/catalogue/define-aws.ts';

export const codedeployDeploymentStarted = defineClue({
  id: 'codedeploy/deployment-started',
  formats: ['aws-event'],
  needles: ['aws.codedeploy'],
  means: 'A deployment by CodeDeploy began, or reached an instance.',
  provenance: {
    project: 'AWS CodeDeploy',
    file: 'Monitoring deployments with Amazon CloudWatch Events',
    version: '2026',
    url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-cloudwatch-events.html',
  },
  reads: (event) => happened(event, ({ source, state }) => source === 'aws.codedeploy' && state === 'START'),
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '{"account":"123456789012","region":"us-east-1","detail-type":"CodeDeploy Deployment State-change Notification","source":"aws.codedeploy","version":"0","time":"2026-11-22T12:00:02Z","id":"c071bfbf-83c4-49ca-a6ff-3df053957145","resources":["arn:aws:codedeploy:us-east-1:123456789012:application:shop"],"detail":{"instanceGroupId":"9fd2fbef-2157-40d8-91e7-6845af69e2d2","region":"us-east-1","application":"shop","deploymentId":"d-123456789","state":"START","deploymentGroup":"web"}}',
      gives: { reason: 'd-123456789 of shop' },
      from: 'rebuilt from the template, AWS CodeDeploy user guide, "Monitoring deployments with Amazon CloudWatch Events"',
    },
    {
      line: '{"account":"123456789012","region":"us-east-1","detail-type":"CodeDeploy Instance State-change Notification","source":"aws.codedeploy","version":"0","time":"2026-11-22T12:00:02Z","id":"c071bfbf-83c4-49ca-a6ff-3df053957145","resources":["arn:aws:codedeploy:us-east-1:123456789012:application:shop"],"detail":{"instanceId":"i-0000000aaaaaaaaaa","instanceGroupId":"9fd2fbef-2157-40d8-91e7-6845af69e2d2","region":"us-east-1","application":"shop","deploymentId":"d-123456789","state":"START","deploymentGroup":"web"}}',
      gives: { reason: 'd-123456789 of shop' },
      from: 'rebuilt from the template, AWS CodeDeploy user guide, "Monitoring deployments with Amazon CloudWatch Events"',
    },
  ],
  nearMisses: [
    {
      line: '{"account":"123456789012","region":"us-east-1","detail-type":"CodeDeploy Deployment State-change Notification","source":"aws.codedeploy","version":"0","time":"2026-11-22T12:00:02Z","id":"c071bfbf-83c4-49ca-a6ff-3df053957145","resources":["arn:aws:codedeploy:us-east-1:123456789012:application:shop"],"detail":{"instanceGroupId":"9fd2fbef-2157-40d8-91e7-6845af69e2d2","region":"us-east-1","application":"shop","deploymentId":"d-123456789","state":"SUCCESS","deploymentGroup":"web"}}',
      because: 'it is over',
    },
  ],
});
