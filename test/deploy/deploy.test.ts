import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { subscriptionEvent } from '#functions/cli/demo/subscription-event.ts';
import { statuses } from '#lib/notifiers/sentences.ts';
import { cdk } from './cdk.ts';
import { channel, configurationWith, secretName, token } from './configuration.ts';
import { account, region } from './emulator.ts';
import { events } from './events.ts';
import { edgeLinesAt, groups, type Incident, incidentAt, type Line, streams } from './incident.ts';
import { idOf } from './pump.ts';
import { functions, isPumped, raise, type Stage, say, sureCauses, tells } from './stage.ts';
import { until } from './until.ts';
import { comparable, incidentsIn } from './verdict.ts';

describe('the real app on an AWS emulator', () => {
  let stage: Stage;
  let incident: Incident;
  /** Lines of the backend that come after the first alert, and the last one after all others. */
  let late: readonly Line[];
  let last: readonly Line[];
  /** What comes by way of the dead letters alone. */
  let refused: Line;
  /** When the last close was. */
  let end: number;

  beforeAll(async () => {
    stage = await raise();
  });
  afterAll(() => stage?.strike());

  /** With what the functions said, for whoever has to find out why it failed. */
  const step = (name: string, run: () => Promise<void>) =>
    it(name, async () => {
      onTestFailed(() => stage.lament());
      await run();
    });

  step('cdk bootstrap', async () => {
    await cdk(stage.emulator, 'bootstrap', `aws://${account}/${region}`);
  });

  step('cdk deploy, without a configuration', async () => {
    const said = await stage.deploy();
    expect(said).toContain('closecall -- init');
    expect(await stage.account.outputs('Closecall')).toHaveProperty('IngestFunctionName');
    expect(await stage.account.outputs('ClosecallSources')).toBeUndefined();
  });

  step('cdk deploy --all, with one', async () => {
    for (const group of Object.values(groups)) await stage.account.makeGroup(group, streams);
    await stage.account.keepSecret(secretName, token);
    writeFileSync(stage.configFile, JSON.stringify(configurationWith(stage.slack.api, '20m')));
    await stage.deploy('--all', '-c', `config=${stage.configFile}`);
    stage.outputs = (await stage.account.outputs('Closecall')) ?? {};
    for (const group of Object.values(groups)) {
      const [pattern = '', ...others] = await stage.account.patternsOf(group);
      expect(others).toEqual([]);
      expect(pattern).toMatch(/^\?"/);
      stage.patterns.set(group, pattern);
    }
  });

  step('closecall doctor finds nothing wrong', async () => {
    const checks = await stage.doctor();
    expect(checks.filter(({ is }) => is === 'problem' || is === 'unchecked')).toEqual([]);
    for (const group of Object.values(groups))
      expect(checks).toContainEqual(
        expect.objectContaining({ is: 'ok', about: group, says: expect.stringContaining('right pattern') }),
      );
    say(`${checks.length} checks, ${checks.filter(({ is }) => is === 'ok').length} ok`);
  });

  step('the filters again, without the patterns that the emulator cannot read', async () => {
    const open = ['-c', 'closecall:emptyPatterns=true', '--exclusively'];
    await stage.deploy('ClosecallSources', '-c', `config=${stage.configFile}`, ...open);
    for (const group of Object.values(groups)) expect(await stage.account.patternsOf(group)).toEqual(['']);
    // Which is not what the configuration says.
    const wrong = (await stage.doctor()).filter(({ is }) => is === 'problem').map(({ about }) => about);
    expect(wrong.sort()).toEqual(Object.values(groups).sort());
    stage.mailbox = await stage.account.makeQueue('mailbox');
    await stage.account.subscribe(stage.outputs['AlertsTopicArn'] ?? '', stage.mailbox.arn);
    stage.ecsHeard = await stage.account.makeQueue('ecs-heard');
    const EventPattern = JSON.stringify({ source: ['aws.ecs'] });
    await events(stage.emulator, 'PutRule', { Name: 'heard', EventPattern });
    await events(stage.emulator, 'PutTargets', {
      Rule: 'heard',
      Targets: [{ Id: '1', Arn: stage.ecsHeard.arn }],
    });
  });

  step('closes that the proxy saw: one message in Slack, and no cause is sure', async () => {
    end = Date.now() - 5_000;
    incident = incidentAt(end);
    const boot = incident.backend.slice(0, 6);
    late = incident.backend.slice(6, -1);
    // By the pump, since the filters are gone by then.
    last = incident.backend.slice(-1);
    const [first, ...edge] = edgeLinesAt(end) as [Line, ...Line[]];
    refused = first;
    await stage.ecsSays(end - 90_000, 'RUNNING');
    await stage.deliver([...incident.proxy, ...boot, ...edge]);

    const alert = await stage.alertWhen(
      'shop',
      'an alert with four closes',
      ({ incident }) => incident.closes === 4,
    );
    expect(comparable([alert.incident])).toBe(await stage.verdictOn('shop'));
    expect(sureCauses(alert)).toEqual([]);
    const message = await until('a message in Slack', () => stage.messageAbout('shop'));
    expect(message).toMatchObject({ channel, text: expect.stringContaining('4 closes') });
  });

  step('late lines of the backend, and what ECS says, amend it in place', async () => {
    await stage.deliver(late);
    await stage.ecsSays(end - 4_500, 'STOPPED');
    const shop = await stage.alertWhen('shop', 'a confirmed worker time-out', (alert) =>
      sureCauses(alert).includes('worker-timeout'),
    );
    expect(comparable([shop.incident])).toBe(await stage.verdictOn('shop'));
    const pay = await stage.alertWhen('pay', 'a confirmed kill for memory', (alert) =>
      sureCauses(alert).includes('oom-kill'),
    );
    expect(comparable([pay.incident])).toBe(await stage.verdictOn('pay'));
    await until('the cause in Slack', () =>
      stage.messageAbout('shop')?.text.includes('worker-timeout') ? true : undefined,
    );
  });

  step('closecall redrive brings back a delivery that ingest had given up', async () => {
    const { group, stream, timestamp, message } = refused;
    const logEvents = [{ id: idOf(timestamp, 0), timestamp, message }];
    // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
    await stage.account.sendTo(stage.outputs['IngestDeadQueueUrl'] ?? '', {
      version: '1.0',
      timestamp: new Date().toISOString(),
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: subscriptionEvent({ owner: account, group, stream, events: logEvents }),
      responseContext: { statusCode: 200, functionError: 'Unhandled' },
    });
    const { stdout, status } = await stage.command('redrive');
    say(stdout.trim().split('\n').at(-1) ?? '');
    expect(status).toBe(0);
    stage.give([refused]);
    const alert = await stage.alertWhen(
      'pay',
      'an alert with three closes',
      ({ incident }) => incident.closes === 3,
    );
    expect(comparable([alert.incident])).toBe(await stage.verdictOn('pay'));
  });

  step('closecall replay and the replay function say the same of the past', async () => {
    const delivered = [...incident.proxy, ...incident.backend].filter((line) => !last.includes(line));
    await stage.account.keepLines(delivered.filter(isPumped));
    const [since, until] = [end - 180_000, end + 60_000].map((at) => new Date(at).toISOString());
    const ask = ['replay', '--json', '--since', since ?? '', '--until', until ?? ''];
    const before = stage.emulator.logs.asked.length;
    const here = await stage.command(...ask, '--config', stage.configFile);
    const there = await stage.command(...ask, '--stack', 'Closecall');
    for (const { stdout } of [here, there])
      expect(comparable(incidentsIn(stdout).filter(({ service }) => service === 'shop'))).toBe(
        await stage.verdictOn('shop'),
      );
    const pages = stage.emulator.logs.asked.slice(before);
    say(`${pages.length} pages of FilterLogEvents, by ${new Set(pages).size} patterns`);
  });

  step('a shorter lateness, deployed, and silence resolves it', async () => {
    writeFileSync(stage.configFile, JSON.stringify(configurationWith(stage.slack.api, '1s')));
    await stage.deploy('Closecall', '-c', `config=${stage.configFile}`);
    // Whatever is new about a service has it judged again, now by the shorter lateness.
    await stage.deliver(last);
    await stage.ecsSays(end + 1_000, 'RUNNING');
    const alert = await stage.alertWhen('shop', 'the end', ({ status }) => status === 'resolved');
    expect(comparable([alert.incident])).toBe(await stage.verdictOn('shop'));
    await stage.alertWhen('pay', 'the end', ({ status }) => status === 'resolved');
    await until('the end in Slack', () =>
      ['shop', 'pay'].every((scope) => stage.messageAbout(scope)?.text.includes(`(${statuses.resolved})`))
        ? true
        : undefined,
    );
  });

  step('who was told what: one message for each service, edited, and a word for each change', async () => {
    const { calls, messages } = stage.slack;
    const ofServices = messages().filter(({ thread_ts }) => thread_ts === undefined);
    expect(ofServices).toHaveLength(2);
    for (const { thread_ts } of messages())
      expect([undefined, ...ofServices.map(({ ts }) => ts)]).toContain(thread_ts);
    expect(calls.filter(({ answer }) => !answer['ok'])).toEqual([]);
    expect(calls.filter(({ method }) => method === 'chat.update').length).toBeGreaterThan(2);
    for (const { method, answer, body } of calls)
      say(`${method} ${answer['ts']} ${String(body['text']).slice(0, 70)}`);

    const over = await until('the last word on the topic', async () => {
      const resolved = (await stage.readMail()).filter(({ alert }) => alert.status === 'resolved');
      return resolved.length === 2 ? resolved : undefined;
    });
    for (const { alert } of over)
      expect(comparable([alert.incident])).toBe(await stage.verdictOn(alert.incident.service));
    const subjects = new Map<string, Set<string>>();
    for (const { subject, alert } of await stage.readMail()) {
      say(`${subject} ${alert.status}`);
      subjects.set(alert.conversation, (subjects.get(alert.conversation) ?? new Set()).add(subject));
    }
    expect([...subjects.values()].map(({ size }) => size)).toEqual([1, 1]);
  });

  step('nothing was given up, and no function complained', async () => {
    for (const name of ['EvaluationsDead', 'DeliveriesDead', 'IngestDead', 'IngestRetry'])
      expect(await stage.account.take(stage.outputs[`${name}QueueUrl`] ?? ''), name).toEqual([]);
    for (const name of functions)
      expect((await stage.account.linesOf(`/closecall/Closecall/${name}`)).filter(tells), name).toEqual([]);
  });

  step('both stacks go, and come again', async () => {
    for (const stack of ['ClosecallSources', 'Closecall']) await stage.account.destroy(stack);
    await stage.deploy('--all', '-c', `config=${stage.configFile}`);
    for (const group of Object.values(groups))
      expect(await stage.account.patternsOf(group)).toEqual([stage.patterns.get(group)]);
  });
});
