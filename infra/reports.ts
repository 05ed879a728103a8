import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IRole, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const kept = Duration.days(14);

/**
 * Where replay leaves reports that are too large to answer with, for two weeks; and a bucket for the log of who read
 * them. Both stay when the stack goes, because a bucket that holds something cannot be deleted with it: they empty
 * themselves, and their names are not asked for again.
 */
export function makeReports(scope: Construct): Bucket {
  const accesses = makeBucket(scope, 'ReportAccesses');
  const reports = makeBucket(scope, 'Reports');
  (reports.node.defaultChild as CfnBucket).loggingConfiguration = {
    destinationBucketName: accesses.bucketName,
  };
  accesses.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [accesses.arnForObjects('*')],
      conditions: { ArnEquals: { 'aws:SourceArn': reports.bucketArn } },
    }),
  );
  return reports;
}

/** By the bucket's own policy, so that no role carries a wildcard: an object has no other ARN than one below its bucket. */
export const letReport = (reports: Bucket, role: IRole): void => {
  reports.addToResourcePolicy(
    new PolicyStatement({
      principals: [role],
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [reports.arnForObjects('*')],
    }),
  );
};

const makeBucket = (scope: Construct, id: string): Bucket =>
  new Bucket(scope, id, {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    lifecycleRules: [{ expiration: kept, abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
