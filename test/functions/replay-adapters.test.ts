import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { cloudWatchLogs } from '#functions/adapters/cloudwatch-logs.ts';
import { s3Reports } from '#functions/adapters/s3-reports.ts';
import { refusalOf } from '#functions/replay/refusal.ts';
import { day } from '#lib/model/time.ts';
import { fakeAccount, type Reply } from '#test/cli/account.ts';

const account = await fakeAccount();
beforeAll(() => {
  Object.assign(process.env, account.environment);
});

describe('CloudWatch Logs as a store', () => {
  const ask = { group: '/app/nginx', pattern: '?"a b"', from: 1_000, to: 2_000 };

  it('asks for one page, and takes what is an event from it', async () => {
    account.answers(() => ({
      json: {
        events: [
          { eventId: '1', logStreamName: 'web', timestamp: 1_500, message: 'x', ingestionTime: 1_600 },
          { eventId: '2', logStreamName: 'web', message: 'no time' },
        ],
        nextToken: 'more',
      },
    }));
    expect(await cloudWatchLogs().page({ ...ask, limit: 7, next: 'before' })).toEqual({
      events: [{ id: '1', stream: 'web', timestamp: 1_500, message: 'x' }],
      next: 'more',
    });
    expect(account.calls).toEqual([
      {
        action: 'FilterLogEvents',
        input: {
          logGroupName: '/app/nginx',
          startTime: 1_000,
          endTime: 2_000,
          filterPattern: '?"a b"',
          limit: 7,
          nextToken: 'before',
        },
      },
    ]);
  });

  it('asks for everything without a pattern', async () => {
    account.answers(() => ({ json: {} }));
    for (const pattern of ['', '""'])
      expect(await cloudWatchLogs().page({ ...ask, pattern })).toEqual({ events: [] });
    expect(account.calls.map(({ input }) => 'filterPattern' in input)).toEqual([false, false]);
  });

  it.each<[string, Reply, string | undefined, object]>([
    ['throttling', { error: 'ThrottlingException' }, undefined, { kind: 'throttled' }],
    [
      'a server that fails',
      { error: 'ServiceUnavailableException', status: 503 },
      undefined,
      { kind: 'unreachable' },
    ],
    [
      'a token that is over',
      { error: 'InvalidParameterException', message: 'The specified nextToken has expired.' },
      'old',
      { kind: 'stale-token', group: '/app/nginx' },
    ],
    [
      'a word on tokens without one',
      { error: 'InvalidParameterException', message: 'unexpected token' },
      undefined,
      { kind: 'invalid', why: 'unexpected token' },
    ],
    [
      'credentials that are over',
      { error: 'ExpiredTokenException', message: 'token expired' },
      'old',
      { kind: 'credentials' },
    ],
    [
      'a class without events',
      { error: 'InvalidParameterException', message: 'not supported for this log class' },
      undefined,
      { kind: 'class' },
    ],
  ])('tells %s', async (_, reply, next, refusal) => {
    account.answers(() => reply);
    const asked = cloudWatchLogs().page(next === undefined ? ask : { ...ask, next });
    expect(refusalOf(await asked.catch((error: unknown) => error))).toMatchObject(refusal);
    // Whoever reads a window waits itself, with all its readers.
    expect(account.calls).toHaveLength(1);
  });

  it('describes a group by its whole name', async () => {
    account.answers(() => ({
      json: {
        logGroups: [
          { logGroupName: '/app/nginx-old', creationTime: 1 },
          { logGroupName: '/app/nginx', creationTime: 2, retentionInDays: 14 },
        ],
      },
    }));
    expect(await cloudWatchLogs().describe('/app/nginx')).toEqual({
      class: 'STANDARD',
      created: 2,
      retention: 14 * day,
    });
    expect(await cloudWatchLogs().describe('/app')).toBeUndefined();
  });

  it('does not wait for ever', async () => {
    account.answers(() => 'silence');
    const asked = cloudWatchLogs(50).page(ask);
    expect(refusalOf(await asked.catch((error: unknown) => error))).toMatchObject({ kind: 'unreachable' });
  });

  it('knows its Region', async () => {
    expect(await cloudWatchLogs().region()).toBe('us-east-1');
  });
});

async function bytesOf(request: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('reports in a bucket', () => {
  it('are put, read and removed by their keys', async () => {
    account.answers(({ action }) => (action.startsWith('GET') ? { json: { a: 1 } } : { xml: '' }));
    const reports = s3Reports('reports');
    await reports.put('replays/x.json', '{"a":1}');
    expect(await reports.get('replays/x.json')).toBe('{"a":1}');
    await reports.remove('replays/x.json');
    expect(account.calls.map(({ action }) => action)).toEqual([
      'PUT /reports/replays/x.json',
      'GET /reports/replays/x.json',
      'DELETE /reports/replays/x.json',
    ]);
  });

  it('are kept compressed where their keys say so', async () => {
    const text = JSON.stringify({ a: 'é'.repeat(10_000) });
    const held = new Map<string, Buffer>();
    const server = createServer(async (request, response) => {
      const [key = ''] = request.url?.split('?') ?? [];
      if (request.method === 'PUT') held.set(key, await bytesOf(request));
      response.end(request.method === 'GET' ? held.get(key) : undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    try {
      const reports = s3Reports('reports');
      await reports.put('replays/x/0.json.gz', text);
      expect(held.get('/reports/replays/x/0.json.gz')?.length).toBeLessThan(1_000);
      expect(await reports.get('replays/x/0.json.gz')).toBe(text);
    } finally {
      vi.unstubAllEnvs();
      server.closeAllConnections();
      server.close();
    }
  });

  it.each(['NoSuchKey', 'AccessDenied'])('are not there where S3 says %s', async (code) => {
    const xml = `<Error><Code>${code}</Code><Message>no</Message></Error>`;
    account.answers(() => ({ xml, status: code === 'NoSuchKey' ? 404 : 403 }));
    expect(await s3Reports('reports').get('replays/x.json')).toBeUndefined();
  });
});
