import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ReportStore } from '#functions/ports.ts';

/** Whoever may not list a bucket is told that he may not read what is not there. */
const absent = new Set(['NoSuchKey', 'NotFound', 'AccessDenied']);

export function s3Reports(bucket: string): ReportStore {
  const client = new S3Client({});
  return {
    bucket,
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToString('utf-8');
      } catch (error) {
        if (error instanceof Error && absent.has(error.name)) return undefined;
        throw error;
      }
    },
    async put(key, text) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: text,
          ContentType: 'application/json; charset=utf-8',
        }),
      );
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
