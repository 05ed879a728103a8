import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DeadLetter } from '#functions/account.ts';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import { Problem } from '#functions/cli/problem.ts';
import { type Mover, redriveAll } from '#functions/cli/redrive.ts';
import { arrivalsOf } from '#functions/events/arrival.ts';
import { day, hour } from '#lib/model/time.ts';
import { now, stackOf } from './deployment.ts';

const deliveryOf = (group: string, text = 'a line with token=hush') => ({
  awslogs: {
    data: gzipSync(
      JSON.stringify({
        messageType: 'DATA_MESSAGE',
        owner: '111122223333',
        logGroup: group,
        logStream: 's',
        logEvents: [{ id: '1', timestamp: now, message: text }],
      }),
    ).toString('base64'),
  },
});

/** As Lambda hands on what it gave up: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const given = (requestPayload: unknown, errorMessage = 'table is throttled') =>
  JSON.stringify({
    version: '1.0',
    requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload,
    responsePayload: { errorMessage },
  });

/** Queues that hide what was received until it is released or removed. */
function office(held: Readonly<Record<string, readonly string[]>>, changes: Partial<Mover> = {}) {
  const queues = new Map<string, Map<string, DeadLetter & { hidden: boolean }>>();
  const queue = (url: string) => {
    const found = queues.get(url) ?? new Map();
    queues.set(url, found);
    return found;
  };
  let ids = 0;
  const put = (url: string, body: string, sentAt = now - 3 * hour) => {
    const id = `m${ids++}`;
    queue(url).set(id, { id, handle: id, body, sentAt, attributes: {}, hidden: false });
    return id;
  };
  for (const [url, bodies] of Object.entries(held)) for (const body of bodies) put(url, body);
  const deeds: string[] = [];
  const account: Mover = {
    region: async () => 'eu-west-1',
    stack: async () => stackOf(),
    depth: async (url) => {
      const all = [...queue(url).values()];
      return {
        waiting: all.filter(({ hidden }) => !hidden).length,
        inFlight: all.filter(({ hidden }) => hidden).length,
      };
    },
    receive: async (url) => {
      const some = [...queue(url).values()].filter(({ hidden }) => !hidden).slice(0, 10);
      for (const letter of some) letter.hidden = true;
      return some;
    },
    send: async (url, letter) => {
      deeds.push(`send ${letter.id}`);
      return put(url, letter.body, now);
    },
    remove: async (url, letter) => {
      deeds.push(`remove ${letter.id}`);
      queue(url).delete(letter.id);
    },
    release: async (url, letter) => {
      const found = queue(url).get(letter.id);
      if (found) found.hidden = false;
    },
    ...changes,
  };
  const rows: string[] = [];
  return {
    account,
    rows,
    deeds,
    put,
    bodies: (url: string) => [...queue(url).values()].filter(({ hidden }) => !hidden).map(({ body }) => body),
    run: (
      wished: {
        readonly dryRun?: boolean;
        readonly queues?: readonly ('ingest' | 'evaluations' | 'deliveries')[];
      } = {},
    ) =>
      redriveAll(account, {
        stackName: 'Closecall',
        queues: wished.queues ?? ['ingest', 'evaluations', 'deliveries'],
        dryRun: wished.dryRun ?? false,
        now,
        say: (row) => rows.push(row),
      }),
  };
}

const refuse = (message: string) => async (): Promise<never> => {
  throw new Unanswered('failed', message);
};

describe('redrive', () => {
  it('says what lies there and moves it, bodies unchanged', async () => {
    const ingest = [
      given(deliveryOf('/app/nginx')),
      given(deliveryOf('/app/nginx')),
      given({ source: 'aws.ecs', detail: { clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod' } }),
      'no JSON at all',
    ];
    const post = office({
      'the IngestDeadQueueUrl': ingest,
      'the DeliveriesDeadQueueUrl': [JSON.stringify({ cid: 'c1', medium: 'slack' })],
    });
    await post.run();
    expect(post.bodies('the IngestRetryQueueUrl')).toEqual(ingest);
    expect(post.bodies('the IngestDeadQueueUrl')).toEqual([]);
    expect(post.bodies('the DeliveriesQueueUrl')).toHaveLength(1);
    expect(post.rows).toEqual([
      'ingest: about 4 dead letters (deliveries of log lines that ingest could not store)',
      '  2 × lines of /app/nginx (3 tries: table is throttled), 3 h old',
      '  1 × ECS event of prod (3 tries: table is throttled), 3 h old',
      '  1 × no JSON, 3 h old',
      '  4 moved',
      'evaluations: about 0 dead letters (wake-ups of scopes that could not be judged)',
      'deliveries: about 1 dead letter (wake-ups of alerts that could not be sent)',
      '  1 × tell slack of conversation c1, 3 h old',
      '  1 moved',
      '',
      '5 dead letters moved: closecall doctor shows in a few minutes whether they stay away.',
    ]);
    expect(post.rows.join()).not.toContain('hush');
  });

  it('wraps what EventBridge could not deliver as the retry queue takes it', async () => {
    const events = [
      { source: 'aws.ecs', detail: { clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod' } },
      { source: 'aws.cloudwatch', detail: {} },
    ];
    const post = office({ 'the IngestDeadQueueUrl': events.map((event) => JSON.stringify(event)) });
    await post.run({ queues: ['ingest'] });
    expect(post.bodies('the IngestRetryQueueUrl')).toEqual(
      events.map((requestPayload) => JSON.stringify({ requestPayload })),
    );
    for (const body of post.bodies('the IngestRetryQueueUrl'))
      expect(arrivalsOf({ Records: [{ body }] })).toEqual(arrivalsOf(JSON.parse(body).requestPayload));
    expect(post.rows.slice(1, 3)).toEqual([
      '  1 × ECS event of prod, 3 h old',
      '  1 × event of aws.cloudwatch, 3 h old',
    ]);
  });

  it('shows no control character', async () => {
    const post = office({
      'the IngestDeadQueueUrl': [given(deliveryOf('/app/nginx'), 'red \u001b[31malert')],
    });
    await post.run({ queues: ['ingest'], dryRun: true });
    expect(post.rows[1]).toBe('  1 × lines of /app/nginx (3 tries: red \ufffd[31malert), 3 h old');
  });

  it('sends each before it removes it', async () => {
    const post = office({ 'the EvaluationsDeadQueueUrl': ['{"scope":"a"}', '{"scope":"b"}'] });
    await post.run({ queues: ['evaluations'] });
    expect(post.deeds).toEqual(['send m0', 'remove m0', 'send m1', 'remove m1']);
  });

  it('moves thousands, in rounds', async () => {
    const bodies = Array.from({ length: 1_234 }, (_, index) => JSON.stringify({ scope: `s${index % 30}` }));
    const post = office({ 'the EvaluationsDeadQueueUrl': bodies });
    const [done] = await post.run({ queues: ['evaluations'] });
    expect(done).toEqual({ queue: 'evaluations', seen: 1_234, moved: 1_234 });
    expect([...post.bodies('the EvaluationsQueueUrl')].sort()).toEqual([...bodies].sort());
    expect(post.rows).toContain('  and 10 more kinds');
    expect(post.rows).toContain('  200 moved');
  });

  it('goes on after one empty answer: a server of the queue may hold none', async () => {
    const post = office({ 'the EvaluationsDeadQueueUrl': ['{"scope":"a"}'] });
    let asked = 0;
    const receive = post.account.receive;
    const account: Mover = {
      ...post.account,
      receive: async (url, hidden) => (asked++ % 2 === 0 ? [] : receive(url, hidden)),
    };
    const [done] = await redriveAll(account, {
      stackName: 'Closecall',
      queues: ['evaluations'],
      dryRun: false,
      now,
      say: () => undefined,
    });
    expect(done?.moved).toBe(1);
  });

  it('looks without moving, and lets go of what it looked at', async () => {
    const post = office({ 'the EvaluationsDeadQueueUrl': ['{"scope":"a"}', '{"scope":"b"}'] });
    post.put('the EvaluationsDeadQueueUrl', '{"scope":"a"}', now - 2 * day);
    const [done] = await post.run({ queues: ['evaluations'], dryRun: true });
    expect(done).toEqual({ queue: 'evaluations', seen: 3, moved: 0 });
    expect(post.deeds).toEqual([]);
    expect(post.bodies('the EvaluationsDeadQueueUrl')).toHaveLength(3);
    expect(post.rows).toContain('  2 × judge a, 3 h to 48 h old');
    expect(post.rows.at(-1)).toBe(
      '3 dead letters looked at, none moved: leave out --dry-run to try them again.',
    );
  });

  it('loses nothing where the sending stops half-way', async () => {
    const post = office({
      'the EvaluationsDeadQueueUrl': ['{"scope":"a"}', '{"scope":"b"}', '{"scope":"c"}'],
    });
    const send = post.account.send;
    let sends = 0;
    const account: Mover = {
      ...post.account,
      send: (url, letter) =>
        ++sends === 2 ? refuse('AWS answered sqs:SendMessage with no.')() : send(url, letter),
    };
    const [done] = await redriveAll(account, {
      stackName: 'Closecall',
      queues: ['evaluations'],
      dryRun: false,
      now,
      say: (row) => post.rows.push(row),
    });
    expect(done).toEqual({
      queue: 'evaluations',
      seen: 3,
      moved: 1,
      stayed: 'it could not be sent: AWS answered sqs:SendMessage with no.',
    });
    expect(post.bodies('the EvaluationsQueueUrl')).toEqual(['{"scope":"a"}']);
    expect(post.bodies('the EvaluationsDeadQueueUrl')).toEqual(['{"scope":"b"}', '{"scope":"c"}']);
    expect(post.rows.at(-1)).toContain('1 moved; the rest is where it was and nothing is lost.');
  });

  it('says so where one could not be removed, and stops', async () => {
    const post = office(
      { 'the EvaluationsDeadQueueUrl': ['{"scope":"a"}', '{"scope":"b"}'] },
      { remove: refuse('AWS answered sqs:DeleteMessage with no.') },
    );
    const [done] = await post.run({ queues: ['evaluations'] });
    expect(done?.stayed).toMatch(/^one was sent and could not be removed, so it lies in both queues/);
    expect(post.bodies('the EvaluationsDeadQueueUrl')).toHaveLength(2);
  });

  it('stops where what it moves comes straight back', async () => {
    const post = office({ 'the EvaluationsDeadQueueUrl': ['{"scope":"a"}'] });
    const send = post.account.send;
    const account: Mover = {
      ...post.account,
      send: (_, letter) => send('the EvaluationsDeadQueueUrl', letter),
    };
    const [done] = await redriveAll(account, {
      stackName: 'Closecall',
      queues: ['evaluations'],
      dryRun: false,
      now,
      say: () => undefined,
    });
    expect(done).toMatchObject({ moved: 1, stayed: 'what was just moved failed again already' });
    expect(post.bodies('the EvaluationsDeadQueueUrl')).toEqual(['{"scope":"a"}']);
  });

  it('needs the stack, whole, and access to it', async () => {
    const missing = office({}, { stack: async () => undefined });
    await expect(missing.run()).rejects.toThrow(
      'There is no stack Closecall in eu-west-1: name the right one',
    );
    const old = office({}, { stack: async () => stackOf({ outputs: new Map() }) });
    await expect(old.run()).rejects.toThrow(
      /^Closecall does not say its IngestDeadQueueUrl: another version/,
    );
    const denied = office({}, { depth: refuse('These credentials lack the right sqs:GetQueueAttributes.') });
    await expect(denied.run()).rejects.toThrow(Problem);
  });
});
