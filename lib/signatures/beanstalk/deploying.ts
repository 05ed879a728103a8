import { defineClue } from '#lib/catalogue/define.ts';

export const beanstalkDeploying = defineClue({
  id: 'beanstalk/deploying',
  formats: ['aws-event', 'leading-time', 'plain'],
  needles: [
    'Deploying new version to',
    'Environment update is starting',
    'Restarting application server',
    'Rebuild',
  ],
  means: 'Elastic Beanstalk began to deploy a version, to update the environment or to restart its servers.',
  provenance: {
    project: 'AWS Elastic Beanstalk',
    file: 'Using Elastic Beanstalk with Amazon EventBridge',
    version: '2026',
    url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.eventbridge.html',
  },
  pattern:
    /^(?<reason>Deploying new version to instance\(s\)\.|Environment update is starting\.|Restarting application server\(s\)\.|Rebuild(?:ing)? environment.{0,80})$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '{"version":"0","id":"1234a678-1b23-c123-12fd3f456e78","detail-type":"Elastic Beanstalk resource status change","source":"aws.elasticbeanstalk","account":"111122223333","time":"2026-11-22T12:00:03Z","region":"us-east-1","resources":["arn:aws:elasticbeanstalk:us-east-1:111122223333:environment/shop/shop-prod"],"detail":{"Status":"Deploying new version to instance(s)","EventDate":1795348802000,"ApplicationName":"shop","Message":"Deploying new version to instance(s).","EnvironmentName":"shop-prod","Severity":"INFO"}}',
      gives: { reason: 'Deploying new version to instance(s).' },
      from: 'rebuilt from the template, AWS Elastic Beanstalk developer guide, "Using Elastic Beanstalk with Amazon EventBridge"',
    },
    {
      line: '{"version":"0","id":"1234a678-1b23-c123-12fd3f456e78","detail-type":"Elastic Beanstalk resource status change","source":"aws.elasticbeanstalk","account":"111122223333","time":"2026-11-22T12:00:03Z","region":"us-east-1","resources":["arn:aws:elasticbeanstalk:us-east-1:111122223333:environment/shop/shop-prod"],"detail":{"Status":"Environment update is starting","EventDate":1795348802000,"ApplicationName":"shop","Message":"Environment update is starting.","EnvironmentName":"shop-prod","Severity":"INFO"}}',
      gives: {},
      from: 'rebuilt from the template, AWS Elastic Beanstalk developer guide, "Using Elastic Beanstalk with Amazon EventBridge"',
    },
    {
      line: '2026-11-22 12:00:02    INFO    Restarting application server(s).',
      gives: {},
      from: 'rebuilt from the template, AWS Elastic Beanstalk developer guide, "eb events"',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '{"version":"0","id":"1234a678-1b23-c123-12fd3f456e78","detail-type":"Elastic Beanstalk resource status change","source":"aws.elasticbeanstalk","account":"111122223333","time":"2026-11-22T12:00:03Z","region":"us-east-1","resources":["arn:aws:elasticbeanstalk:us-east-1:111122223333:environment/shop/shop-prod"],"detail":{"Status":"Environment update completed successfully","EventDate":1795348802000,"ApplicationName":"shop","Message":"Environment update completed successfully.","EnvironmentName":"shop-prod","Severity":"INFO"}}',
      because: 'it is over',
    },
  ],
});
