import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ReportStore } from '#functions/ports.ts';

/** Whoever may not list a bucket is told that he may not read what is not there. */
const absent = new Set(['NoSuchKey', 'NotFound', 'AccessDenied']);

const isPacked = (key: string): boolean => key.endsWith('.gz');
const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];

export function s3Reports(bucket: string): ReportStore {
  const client = new S3Client({});
  return {
    bucket,
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (!isPacked(key)) return await Body?.transformToString('utf-8');
        const bytes = await Body?.transformToByteArray();
        return bytes && (await unpacked(bytes)).toString('utf8');
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
          ...(isPacked(key)
            ? { Body: await packed(Buffer.from(text)), ContentType: 'application/gzip' }
            : { Body: text, ContentType: 'application/json; charset=utf-8' }),
        }),
      );
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
