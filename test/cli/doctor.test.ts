import { describe, expect, it } from 'vitest';
import type { Account } from '#functions/account.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { doctorExit } from '#functions/cli/checklist.ts';
import { doctor } from '#functions/cli/doctor.ts';
import { outputs } from '#functions/cli/stack-outputs.ts';
import { configDigest } from '#functions/config/digest.ts';
import type { BlindReason, Item } from '#functions/items.ts';
import { blindKey, cursorKey, evalKey, sendKey, timeKey } from '#functions/keys.ts';
import { testEvent } from '#functions/test-alert.ts';
import { hour, minute } from '#lib/model/time.ts';
import {
  accountOf,
  configOf,
  denied,
  fine,
  foreign,
  mail,
  now,
  own,
  stackOf,
  told,
  written,
} from './deployment.ts';

interface Case {
  readonly items?: readonly Item[];
  /** 'none' for no file. */
  readonly json?: unknown;
  readonly testAlert?: boolean;
}

async function run(
  changes: Partial<Account> = {},
  { items = [], json = written, testAlert = false }: Case = {},
) {
  const table = new MemoryTable();
  await table.batchPut(items);
  return doctor(
    { account: accountOf(changes), table: () => table, now },
    json === 'none' ? undefined : configOf(json),
    'Closecall',
    testAlert,
  );
}

async function only(changes: Partial<Account>, made: Case = {}) {
  const examined = await run(changes, made);
  const [first = '', ...rest] = told(examined);
  expect(rest).toEqual([]);
  return { said: first, exit: doctorExit(examined.checks) };
}

const deployed = (json: unknown): Partial<Account> => ({
  stack: async () =>
    stackOf({ outputs: new Map([...stackOf().outputs, ['ConfigurationDigest', configDigest(json)]]) }),
});

const todo = { token: 't', hintAt: 0, hinted: 0 };

describe('doctor', () => {
  it('finds a healthy stack healthy, and says what it looked at', async () => {
    const examined = await run();
    expect(told(examined)).toEqual([]);
    expect(doctorExit(examined.checks)).toBe(0);
    expect(fine(examined)).toEqual([
      'stack: Closecall is deployed (CREATE_COMPLETE).',
      'configuration: closecall.config.json is what is deployed.',
      '/app/nginx: It is subscribed to, with the right pattern (Closecall).',
      '/app/nginx: Its last line is of 2026-11-22T11:58:00Z, 2 min ago by CloudWatch, which may be an hour behind with that.',
      '/app/api: It is subscribed to, with the right pattern (Closecall).',
      '/app/api: Its last line is of 2026-11-22T11:58:00Z, 2 min ago by CloudWatch, which may be an hour behind with that.',
      'e-mail: ops@example.com is confirmed.',
      'own alarms: They reach ops@example.com.',
      'slack webhook: /closecall/slack is there; its value was not read.',
      'to-do list: It is empty: everything that came in was judged and told.',
      'incidents: No premature close was judged in the last 48 h.',
      'dead letters, ingest: None.',
      'dead letters, evaluations: None.',
      'dead letters, deliveries: None.',
      'ingest retries: None wait.',
      'concurrency: 1000 functions may run at once in this account and Region, 1000 of them unreserved.',
    ]);
  });

  it.each<[string, Partial<Account>, RegExp, 0 | 1 | 2]>([
    [
      'no stack',
      { stack: async () => undefined },
      /^problem stack: There is no stack Closecall in eu-west-1\. → .*--stack.*AWS_REGION/,
      1,
    ],
    [
      'an update that was taken back',
      { stack: async () => stackOf({ status: 'UPDATE_ROLLBACK_COMPLETE' }) },
      /^warning stack: The last update of Closecall failed.*→ .*describe-stack-events --stack-name Closecall/,
      0,
    ],
    [
      'a stack that is broken',
      { stack: async () => stackOf({ status: 'ROLLBACK_COMPLETE' }) },
      /^problem stack: Closecall is in the state ROLLBACK_COMPLETE/,
      1,
    ],
    [
      'a stack of an older version',
      {
        stack: async () =>
          stackOf({
            outputs: new Map([...stackOf().outputs].filter(([name]) => !/^(?:Reports|Replay)/.test(name))),
          }),
      },
      /^problem stack: Closecall does not say its ReplayFunctionName and ReportsBucketName: .*→ Deploy it again/,
      1,
    ],
    [
      'another configuration',
      deployed({ sources: [] }),
      /^problem configuration: closecall.config.json is not what is deployed.*→ npm run deploy/,
      1,
    ],
    [
      'a right that is missing: not healthy, not ill',
      {
        subscribers: async (topic) =>
          topic === 'the HealthTopicArn' ? denied('sns:X')() : [mail('ops@example.com')],
      },
      /^unchecked own alarms: These credentials lack the right sns:X\./,
      2,
    ],
    [
      'an address that has not confirmed',
      {
        subscribers: async (topic) => [mail('ops@example.com', topic !== 'the AlertsTopicArn')],
      },
      /^problem e-mail: ops@example.com has not confirmed and gets nothing\. → .*aws sns subscribe --topic-arn the AlertsTopicArn --protocol email --notification-endpoint ops@example.com/,
      1,
    ],
    [
      'an address that is not subscribed',
      { subscribers: async (topic) => (topic === 'the AlertsTopicArn' ? [] : [mail('ops@example.com')]) },
      /^problem e-mail: ops@example.com is not subscribed/,
      1,
    ],
    [
      'alarms that nobody gets',
      { subscribers: async (topic) => [mail('ops@example.com', topic !== 'the HealthTopicArn')] },
      /^warning own alarms: When closecall itself fails, nobody is told.*→ aws sns subscribe --topic-arn the HealthTopicArn/,
      0,
    ],
    [
      'dead letters',
      { depth: async (url) => ({ waiting: url === 'the IngestDeadQueueUrl' ? 3 : 0, inFlight: 0 }) },
      /^problem dead letters, ingest: About 3: deliveries of log lines.*→ closecall redrive --queue ingest --dry-run/,
      1,
    ],
    [
      'deliveries that are tried again',
      { depth: async (url) => ({ waiting: 0, inFlight: url === 'the IngestRetryQueueUrl' ? 2 : 0 }) },
      /^warning ingest retries: About 2 deliveries.*→ The log group \/closecall\/Closecall\/ingest/,
      0,
    ],
    [
      'a secret that is gone',
      { secret: async () => undefined },
      /^problem slack webhook: \/closecall\/slack does not exist/,
      1,
    ],
  ])('%s', async (_, changes, sentence, exit) => {
    const examined = await only(changes);
    expect(examined.said).toMatch(sentence);
    expect(examined.exit).toBe(exit);
  });

  it('says what it could not compare without a configuration', async () => {
    const { said, exit } = await only({}, { json: 'none' });
    expect(said).toMatch(
      /^unchecked configuration: There is no closecall.config.json here.*→ .*folder that was deployed from/,
    );
    expect(exit).toBe(2);
  });
});

describe('doctor of a log group', () => {
  const nginx = (changes: Partial<Account>, made: Case = {}) => {
    const json = made.json ?? { ...written, sources: [written.sources[0]] };
    return only({ ...deployed(json), ...changes }, { ...made, json });
  };

  it('that nothing feeds from: a filter of somebody else does not count', async () => {
    const json = { ...written, sources: [written.sources[0]] };
    const examined = await run(
      {
        ...deployed(json),
        filters: async () => [foreign('datadog')],
        stack: async (name) => (name === 'Closecall' ? await deployed(json).stack?.(name) : undefined),
      },
      { json },
    );
    expect(told(examined)).toEqual([
      'problem ClosecallSources: There is no such stack, and it holds the subscription filters: no line comes in. → npm run deploy puts it right (cdk deploy --all: the filters are a stack of their own).',
      'problem /app/nginx: No subscription filter leads to the IngestFunctionName: none of its lines comes in. → npm run deploy puts it right (cdk deploy --all: the filters are a stack of their own).',
    ]);
  });

  it('whose filter was changed beside CloudFormation, which a deploy does not see', async () => {
    const anew =
      /→ .*aws cloudformation delete-stack --stack-name ClosecallSources, aws cloudformation wait stack-delete-complete --stack-name ClosecallSources, npm run deploy\.$/;
    const gone = await nginx({ filters: async () => [] });
    expect(gone.said).toMatch(
      /^problem \/app\/nginx: No subscription filter leads to the IngestFunctionName:/,
    );
    expect(gone.said).toMatch(anew);
    const destination = 'arn:aws:lambda:eu-west-1:111122223333:function:older';
    const older = await nginx({ filters: async () => [own('/app/nginx', { destination })] });
    expect(older.said).toContain('; Closecall (to lambda function older) leads elsewhere: none of its lines');
    expect(older.said).toMatch(anew);
    // A configuration that is not deployed yet is reason enough.
    const examined = await run({ ...deployed({}), filters: async () => [own('/app/api')] });
    expect(told(examined).join('\n')).not.toContain('delete-stack');
  });

  it('with an old pattern', async () => {
    const { said } = await nginx({ filters: async () => [own('/app/nginx', { pattern: '?"old"' })] });
    expect(said).toMatch(
      /^problem \/app\/nginx: The pattern of its filter Closecall is not that of this version/,
    );
  });

  it('that is silent, or was never written to', async () => {
    const silent = await nginx({ lastEvent: async () => now - 30 * hour });
    expect(silent.said).toMatch(/^warning \/app\/nginx: Its last line is of 2026-11-21T06:00:00Z, 30 h ago/);
    const never = await nginx({ lastEvent: async () => undefined });
    expect(never.said).toMatch(/^warning \/app\/nginx: Nothing was ever written to it\. → Check the agent/);
  });

  it('that CloudWatch could not deliver', async () => {
    const blind = (until?: number, reason: BlindReason = 'errors'): Item => ({
      kind: 'blind',
      ...blindKey('/app/nginx', reason),
      reason,
      version: now,
      group: '/app/nginx',
      since: now - hour,
      ...(until === undefined ? {} : { until }),
    });
    const still = await nginx({}, { items: [blind()] });
    expect(still.said).toMatch(
      /^problem \/app\/nginx: CloudWatch could not deliver all of its lines since 2026-11-22T11:00:00Z, 60 min ago\./,
    );
    const never = await nginx({}, { items: [blind(now - hour)] });
    expect(never.said).toBe('');
    const throttled = await nginx({}, { items: [blind(undefined, 'throttling')] });
    expect(throttled.said).toMatch(/problem \/app\/nginx: CloudWatch was throttled.*DeliveryThrottling/);
    const unfed = await nginx({}, { items: [blind(now - minute, 'unsubscribed')] });
    expect(unfed.said).toMatch(/warning \/app\/nginx: It had no subscription filter of ours from/);
    const over = await nginx({}, { items: [blind(now - minute)] });
    expect(over.said).toContain(
      'closecall replay --since 2026-11-22T11:00:00Z --until 2026-11-22T11:59:00Z reads what is missing.',
    );
  });

  it('that is polled', async () => {
    const json = { ...written, sources: [{ ...written.sources[0], transport: 'poll' }] };
    const cursor = (to: number): Item => ({
      kind: 'cursor',
      ...cursorKey('/app/nginx'),
      version: 1,
      group: '/app/nginx',
      from: to - 5 * minute,
      to,
    });
    const alone = { filters: async () => [] };
    const good = await run({ ...deployed(json), ...alone }, { json, items: [cursor(now - minute)] });
    expect(told(good)).toEqual([]);
    const unread = await nginx(alone, { json });
    expect(unread.said).toMatch(/^warning \/app\/nginx: It is polled, and has not been read yet\./);
    const behind = await nginx(alone, { json, items: [cursor(now - hour)] });
    expect(behind.said).toMatch(
      /^problem \/app\/nginx: It is polled, and was read up to 2026-11-22T11:00:00Z/,
    );
    const twice = await nginx({ filters: async () => [own('/app/nginx')] }, { json, items: [cursor(now)] });
    expect(twice.said).toMatch(
      /^problem \/app\/nginx: It is polled, and the filter Closecall still feeds it.*→ npm run deploy removes it; where it stays: aws logs delete-subscription-filter --log-group-name \/app\/nginx --filter-name Closecall$/,
    );
  });
});

describe('doctor of what is still to be done', () => {
  it('lets a minute pass and not an hour, and counts from when it was due', async () => {
    const send = (since: number): Item => ({
      kind: 'send',
      ...sendKey('c1', 'slack'),
      ...todo,
      cid: 'c1',
      medium: 'slack',
      since,
    });
    const young = await run({}, { items: [send(now - minute)] });
    expect(told(young)).toEqual([]);
    expect(fine(young)).toContain(
      'to-do list: 1 entry; the oldest, to tell slack of conversation c1, has waited 60 s.',
    );
    const younger: Item = {
      ...send(now - 2 * hour),
      ...sendKey('c2', 'email'),
      cid: 'c2',
      medium: 'email',
    } as Item;
    const { said } = await only({}, { items: [younger, send(now - 3 * hour)] });
    expect(said).toMatch(
      /^problem to-do list: 2 entries; the oldest, to tell slack of conversation c1, has waited 3 h\. → The log group \/closecall\/Closecall\/deliver says what slack answers/,
    );
    const later: Item = {
      kind: 'time',
      ...timeKey('api'),
      ...todo,
      scope: 'api',
      since: now - 9 * hour,
      due: now + minute,
    };
    expect(told(await run({}, { items: [later] }))).toEqual([]);
  });

  it('names the scope that is not judged', async () => {
    const minuteOfEpoch = now / minute - 20;
    const item: Item = {
      kind: 'eval',
      ...evalKey('api', minuteOfEpoch),
      ...todo,
      scope: 'api',
      minute: minuteOfEpoch,
      since: now - 20 * minute,
    };
    const { said } = await only({}, { items: [item] });
    expect(said).toMatch(
      /to judge api, has waited 20 min\. → The log group \/closecall\/Closecall\/evaluate/,
    );
  });
});

describe('doctor --test-alert', () => {
  const answering = (media: unknown, seen: unknown[] = []): Partial<Account> => ({
    invoke: async (name, event) => {
      seen.push([name, event]);
      return { kind: 'answered', answer: { media } };
    },
  });

  it('asks the deployed function, and nobody when it is not wanted', async () => {
    const seen: unknown[] = [];
    const media = [{ medium: 'email', delivery: { outcome: 'delivered' } }];
    await run(answering(media, seen));
    expect(seen).toEqual([]);
    const examined = await run(answering(media, seen), { testAlert: true });
    expect(seen).toEqual([['the DeliverFunctionName', testEvent]]);
    expect(fine(examined)).toContain('test alert: email took it: confirmed addresses get a mail.');
  });

  it.each<[string, Partial<Account>, RegExp]>([
    [
      'a medium that refuses',
      answering([
        { medium: 'slack', delivery: { outcome: 'failed', retryable: false, why: 'invalid_auth.' } },
      ]),
      /^problem test alert: slack did not take it: invalid_auth\. → /,
    ],
    [
      'a function that fails',
      { invoke: async () => ({ kind: 'failed', why: 'CLOSECALL_TABLE is not set.' }) },
      /^problem test alert: the DeliverFunctionName failed: CLOSECALL_TABLE is not set\. → .*\/closecall\/Closecall\/deliver/,
    ],
    [
      'an old function',
      { invoke: async () => ({ kind: 'answered', answer: null }) },
      /^problem test alert: the DeliverFunctionName does not know how to send one.*→ npm run deploy/,
    ],
    ['no medium', answering([]), /^warning test alert: No medium is configured/],
    [
      'no right to invoke',
      { invoke: denied('lambda:InvokeFunction') },
      /^unchecked test alert: These credentials lack the right lambda:InvokeFunction/,
    ],
  ])('%s', async (_, changes, sentence) => {
    expect((await only(changes, { testAlert: true })).said).toMatch(sentence);
  });
});

describe('the digest of a configuration', () => {
  it('is of what it says, not of how it is written', () => {
    const digest = configDigest({ a: [1, { c: 2, b: null }], d: 'x' });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(configDigest(JSON.parse('{"d":"x", "$schema":"./s.json", "a":[1,{"b":null,"c":2}]}'))).toBe(
      digest,
    );
    expect(configDigest({ a: [{ c: 2, b: null }, 1], d: 'x' })).not.toBe(digest);
    expect(configDigest({ a: [1, { c: 2, b: null }], d: 'y' })).not.toBe(digest);
  });
});

it('the stack says each of its outputs once', () => expect(new Set(outputs).size).toBe(outputs.length));
