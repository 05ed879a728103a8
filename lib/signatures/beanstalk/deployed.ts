import { defineClue } from '#lib/catalogue/define.ts';

export const beanstalkDeployed = defineClue({
  id: 'beanstalk/deployed',
  formats: ['aws-event', 'leading-time', 'plain'],
  needles: ['was deployed to running EC2 instances', 'Environment update completed successfully'],
  means: 'Elastic Beanstalk has deployed a version or updated the environment.',
  provenance: {
    project: 'AWS Elastic Beanstalk',
    file: 'Using Elastic Beanstalk with Amazon EventBridge',
    version: '2026',
    url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.eventbridge.html',
  },
  pattern:
    /^(?<reason>New application version was deployed to running EC2 instances\.|Environment update completed successfully\.)$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -60000, to: 180000 },
  consequences: [],
  samples: [
    {
      line: '{"version":"0","id":"1234a678-1b23-c123-12fd3f456e78","detail-type":"Elastic Beanstalk resource status change","source":"aws.elasticbeanstalk","account":"111122223333","time":"2026-11-22T12:00:03Z","region":"us-east-1","resources":["arn:aws:elasticbeanstalk:us-east-1:111122223333:environment/shop/shop-prod"],"detail":{"Status":"New application version was deployed to running EC2 instances","EventDate":1795348802000,"ApplicationName":"shop","Message":"New application version was deployed to running EC2 instances.","EnvironmentName":"shop-prod","Severity":"INFO"}}',
      gives: { reason: 'New application version was deployed to running EC2 instances.' },
      from: 'rebuilt from the template, AWS Elastic Beanstalk developer guide, "Using Elastic Beanstalk with Amazon EventBridge"',
    },
    {
      line: '2026-11-22 12:00:02    INFO    Environment update completed successfully.',
      gives: {},
      from: 'rebuilt from the template, AWS Elastic Beanstalk developer guide, "eb events"',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"1234a678-1b23-c123-12fd3f456e78","detail-type":"Elastic Beanstalk resource status change","source":"aws.elasticbeanstalk","account":"111122223333","time":"2026-11-22T12:00:03Z","region":"us-east-1","resources":["arn:aws:elasticbeanstalk:us-east-1:111122223333:environment/shop/shop-prod"],"detail":{"Status":"Environment update is starting","EventDate":1795348802000,"ApplicationName":"shop","Message":"Environment update is starting.","EnvironmentName":"shop-prod","Severity":"INFO"}}',
      because: 'the beginning',
    },
  ],
});
