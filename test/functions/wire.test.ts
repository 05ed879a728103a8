import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendersOf } from '#functions/adapters/senders.ts';
import { subscriptionEvent } from '#functions/cli/demo/subscription-event.ts';
import { handler as deliver } from '#functions/deliver.ts';
import { handler as evaluate } from '#functions/evaluate.ts';
import { handler as ingest } from '#functions/ingest.ts';
import { configJsonSchema } from '#functions/schemas/config.ts';
import { setupText } from '#functions/setup.ts';
import { orTestAlert } from '#functions/test-alert.ts';
import { handler as tick } from '#functions/tick.ts';
import { wireDeliver } from '#functions/wire/deliver.ts';
import { wireEvaluate } from '#functions/wire/evaluate.ts';
import { wireIngest } from '#functions/wire/ingest.ts';
import { wireReplay } from '#functions/wire/replay.ts';
import { wireTick } from '#functions/wire/tick.ts';
import { bundle, handler, loadedWith } from '#infra/bundle.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { useFakeAws } from './adapters/fake-aws.ts';
import { ok, useFakeSlack } from './adapters/fake-slack.ts';
import { setupOf } from './story.ts';

const folder = mkdtempSync(join(tmpdir(), 'closecall-wire-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const aws = useFakeAws();
const slack = useFakeSlack();

const written = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
/** What the construct writes beside a handler. */
const setupFor = (notify: object) =>
  setupText(
    setupOf(
      { sources: [{ logGroup: '/app/nginx', role: 'proxy', formats: ['nginx-error'] }], notify },
      catalogue,
    ),
  );

const whole = (file: string) => ({
  CLOSECALL_SETUP_FILE: file,
  CLOSECALL_STACK: 'Closecall',
  CLOSECALL_TABLE: 'closecall',
  CLOSECALL_EVALUATIONS_QUEUE: `${process.env['AWS_ENDPOINT_URL']}/1/Evaluations`,
  CLOSECALL_DELIVERIES_QUEUE: `${process.env['AWS_ENDPOINT_URL']}/1/Deliveries`,
  CLOSECALL_ALERTS_TOPIC: 'arn:aws:sns:eu-central-1:123456789012:Alerts',
  CLOSECALL_REPORTS_BUCKET: 'reports',
  CLOSECALL_CHAT_TOPIC: 'arn:aws:sns:eu-central-1:123456789012:Chat',
});

describe('the environment of a function', () => {
  const bot = { channel: 'C0123456789', token: { parameter: '/closecall/slack' } };
  const webhook = { webhook: { parameter: '/closecall/slack' } };
  const email = { to: ['ops@example.com'] };

  it.each([
    [{}, []],
    [{ email }, ['email']],
    [{ slack: bot, email }, ['slack', 'email']],
    [{ slack: webhook }, ['slack']],
    [{ webhook: { url: { parameter: '/closecall/hook' } } }, ['webhook']],
    [{ chat: {} }, ['chat']],
  ])('with %j makes these senders: %j', (notify, media) => {
    const environment = whole(written('senders.json', setupFor(notify)));
    for (const wire of [wireDeliver, wireReplay]) {
      const { ports, setup } = wire(environment);
      const senders = 'reach' in ports ? sendersOf(ports.reach) : ports.senders;
      expect([...senders.keys()]).toEqual(media);
      expect(setup.media.map(({ id }) => id)).toEqual(media);
    }
    const { senders } = wireDeliver(environment).ports;
    expect(senders.get('slack')?.find !== undefined).toBe('slack' in notify && notify.slack === bot);
  });

  it('has a medium, a sender and a test message for whatever can be told', async () => {
    const url = { parameter: '/closecall/hook' };
    const all = { slack: bot, email, webhook: { url }, chat: {} };
    const { properties } = configJsonSchema() as { properties: { notify: { properties: object } } };
    const names = Object.keys(properties.notify.properties).sort();
    expect(Object.keys(all).sort()).toEqual(names);
    const { ports, setup } = wireDeliver(whole(written('all.json', setupFor(all))));
    expect(setup.media.map(({ id }) => id).sort()).toEqual(names);
    expect([...ports.senders.keys()].sort()).toEqual(names);
    slack.act = () => ok({ ts: '1.1' });
    const answer = await orTestAlert(ports, async () => undefined)({ closecall: 'test-alert' });
    expect(JSON.stringify(answer)).not.toContain('cannot be made of');
  });

  it('needs the topic of the chat where there is one', () => {
    const environment = { ...whole(written('chat.json', setupFor({ chat: {} }))), CLOSECALL_CHAT_TOPIC: '' };
    for (const wire of [wireDeliver, wireReplay])
      expect(() => wire(environment)).toThrow('CLOSECALL_CHAT_TOPIC is not set');
  });

  it.each([
    [wireIngest, ['SETUP_FILE', 'STACK', 'TABLE', 'EVALUATIONS_QUEUE']],
    [wireEvaluate, ['SETUP_FILE', 'STACK', 'TABLE', 'DELIVERIES_QUEUE']],
    [wireTick, ['SETUP_FILE', 'STACK', 'TABLE', 'EVALUATIONS_QUEUE', 'DELIVERIES_QUEUE']],
    [wireDeliver, ['SETUP_FILE', 'STACK', 'TABLE', 'ALERTS_TOPIC']],
    [wireReplay, ['SETUP_FILE', 'STACK', 'ALERTS_TOPIC', 'REPORTS_BUCKET']],
  ])('is asked of %o', (wire, names) => {
    const environment = whole(written('setup.json', setupFor({})));
    const wanted = names.map((name) => `CLOSECALL_${name}`);
    const only = Object.fromEntries(Object.entries(environment).filter(([name]) => wanted.includes(name)));
    expect(() => wire(only)).not.toThrow();
    expect(() => wire({})).toThrow(wanted.slice(0, -1).join(', '));
    for (const name of wanted) expect(() => wire({ ...only, [name]: '' })).toThrow(`${name} is not set`);
  });

  it.each([
    ['absent.json', undefined, 'no such file'],
    ['broken.json', '{', 'cannot be read as JSON'],
  ])('fails loudly with %s', (name, content, why) => {
    const file = content === undefined ? join(folder, name) : written(name, content);
    for (const wire of [wireIngest, wireEvaluate, wireDeliver, wireReplay])
      expect(() => wire(whole(file))).toThrow(why);
  });
});

describe('a handler', () => {
  const toTell = ['client-secrets-manager', 'client-sns', 'client-ssm'];
  it.each([
    ['ingest', ['client-cloudwatch-logs', 'client-dynamodb', 'client-sqs'], []],
    ['evaluate', ['client-cloudwatch-logs', 'client-dynamodb', 'client-sqs'], []],
    ['tick', ['client-dynamodb', 'client-sqs'], []],
    ['deliver', ['client-dynamodb', ...toTell], []],
    ['replay', ['client-cloudwatch-logs', 'client-s3'], toTell],
  ] as const)('%s is loaded with the clients %j, later has %j, and no others', async (name, now, later) => {
    const { metafile } = await bundle(handler(name));
    if (!metafile) throw new Error('esbuild made no metafile');
    const clientsIn = (paths: readonly string[]) =>
      [...new Set(paths.flatMap((path) => /@aws-sdk\/(client-[^/]+)/.exec(path)?.[1] ?? []))].sort();
    const held = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    );
    expect(clientsIn(loadedWith(metafile, handler(name).file))).toEqual([...now]);
    expect(clientsIn(held)).toEqual([...now, ...later].sort());
  });
});

describe('the exported handlers, over the wire', () => {
  beforeEach(() => {
    const notify = {
      slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' }, api: slack.url },
      email: { to: ['ops@example.com'], minCloses: 1 },
    };
    for (const [name, value] of Object.entries(whole(written('setup.json', setupFor(notify)))))
      vi.stubEnv(name, value);
    aws.answers['AmazonSSM.GetParameter'] = () => ({ Parameter: { Type: 'SecureString', Value: 'xoxb-1' } });
    slack.act = () => ok({ channel: 'C0123456789', ts: '1.1' });
  });
  const batch = (body: unknown) => ({ Records: [{ body: JSON.stringify(body) }] });
  const hints = (queue: string) =>
    aws.calls
      .filter(({ body }) => String(body['QueueUrl']).endsWith(queue))
      .map(({ body }) => JSON.parse(String(body['MessageBody'])));

  it('bring a line from CloudWatch to Slack', async () => {
    const output = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const now = Date.now();
    const clock = new Date(now).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
    const message = `${clock} [error] 7#7: *3 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET /pay HTTP/1.1", upstream: "http://192.0.2.37:8080/pay", host: "shop.example.com"`;
    const events = [{ id: '1', timestamp: now, message }];
    await ingest(subscriptionEvent({ owner: '1', group: '/app/nginx', stream: 's', events }));
    expect(hints('Evaluations')).toEqual([{ scope: 'default' }]);
    await evaluate(batch({ scope: 'default' }));
    const [hint] = hints('Deliveries');
    expect(hint).toEqual({ cid: expect.stringMatching(/^[0-9a-f]{16}$/), medium: 'slack' });
    await tick();
    await deliver(batch(hint));
    const lines = output.mock.calls.map(([line]) => JSON.parse(String(line)));
    output.mockRestore();
    expect(slack.requests.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['chat.postMessage', 'Bearer xoxb-1'],
      ['chat.postMessage', 'Bearer xoxb-1'],
    ]);
    expect(slack.requests.map(({ body }) => body['thread_ts'])).toEqual([undefined, '1.1']);
    expect(JSON.stringify(slack.requests[0]?.body)).toContain('upstream prematurely closed connection');
    expect(lines).toContainEqual(expect.objectContaining({ Stack: 'Closecall', Delivered: 1 }));
    const left = [...aws.dynamo.items.values()].map(({ kind }) => kind?.S).sort();
    expect(left).toEqual(['alert', 'history', 'page', 'sent', 'state', 'time']);
  });

  it('send a test alert by every medium', async () => {
    expect(await deliver({ closecall: 'test-alert' })).toEqual({
      media: [
        { medium: 'slack', delivery: { outcome: 'delivered', ref: 'C0123456789:1.1' } },
        { medium: 'email', delivery: { outcome: 'delivered' } },
      ],
    });
    expect(JSON.stringify(slack.requests)).toContain('Nothing happened');
    expect(aws.calls.filter(({ service }) => service === 'sns')).toHaveLength(1);
  });
});
