import { describe, expect, it } from 'vitest';
import type { Account } from '#functions/account.ts';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import { checklist, checklistJson, preflightExit } from '#functions/cli/checklist.ts';
import { preflight } from '#functions/cli/preflight.ts';
import { Problem } from '#functions/cli/problem.ts';
import { accountOf, configOf, denied, fine, foreign, own, stackOf, told, written } from './deployment.ts';

/** Before the first deploy: only the CDK's own stack is there, and nobody subscribes. */
const fresh: Partial<Account> = {
  stack: async (name) => (name === 'CDKToolkit' ? stackOf() : undefined),
  filters: async () => [],
};
const run = (changes: Partial<Account> = {}, json: unknown = written) =>
  preflight(accountOf({ ...fresh, ...changes }), configOf(json), 'Closecall');
const only = async (changes: Partial<Account>, json?: unknown) => {
  const examined = await run(changes, json);
  const [first = '', ...rest] = told(examined);
  expect(rest).toEqual([]);
  return { said: first, exit: preflightExit(examined.checks) };
};

describe('preflight', () => {
  it('finds nothing in a fresh account with two groups', async () => {
    const examined = await run();
    expect(told(examined)).toEqual([]);
    expect(preflightExit(examined.checks)).toBe(0);
    expect(fine(examined)).toEqual([
      'configuration: closecall.config.json is valid and names 2 sources.',
      'bootstrap: CDKToolkit is there, version 28.',
      'Closecall: The stack does not exist yet.',
      'ClosecallSources: The stack does not exist yet.',
      'concurrency: 1000 functions may run at once in this account and Region, 1000 of them unreserved.',
      '/app/nginx: It exists, and nobody subscribes to it.',
      '/app/api: It exists, and nobody subscribes to it.',
      'slack webhook: /closecall/slack is there; its value was not read.',
      'e-mail: ops@example.com: AWS sends two mails at the first deploy, one for alerts and one for alarms about closecall itself; the link in each must be followed within two days.',
    ]);
  });

  it('stops at a configuration that is wrong, with its sentences', async () => {
    const { said, exit } = await only({ group: denied('no question') }, { sources: [], notifi: {} });
    expect(said).toContain('problem closecall.config.json: the configuration has a member "notifi"');
    expect(exit).toBe(2);
  });

  it('stops at what the services do not hold', async () => {
    const { said, exit } = await only({}, { ...written, timings: { gap: '30s' } });
    expect(said).toMatch(
      /^problem configuration: timings\.gap is 30 s: .*\. → It cannot be deployed: write a gap of 70s or more/,
    );
    expect(exit).toBe(2);
  });

  it('says that nothing will be read where there is no configuration', async () => {
    const examined = await preflight(accountOf(fresh), undefined, 'Closecall');
    expect(told(examined)).toEqual([
      'warning configuration: There is no closecall.config.json here: a stack that reads nothing is deployed. → closecall init writes one; a later deploy takes it in.',
    ]);
    expect(preflightExit(examined.checks)).toBe(0);
  });

  it.each<[string, Partial<Account>, RegExp, 0 | 2]>([
    [
      'the CDK was never here',
      { stack: async () => undefined },
      /^problem bootstrap: There is no stack CDKToolkit.*→ npx cdk bootstrap/,
      2,
    ],
    [
      'the CDK was here long ago',
      {
        stack: async (name) =>
          name === 'CDKToolkit' ? stackOf({ outputs: new Map([['BootstrapVersion', '5']]) }) : undefined,
      },
      /^problem bootstrap: CDKToolkit is of version 5, and 6 is needed\. → npx cdk bootstrap/,
      2,
    ],
    [
      'somebody deploys at this moment',
      {
        stack: async (name) => (name === 'Closecall' ? stackOf({ status: 'UPDATE_IN_PROGRESS' }) : stackOf()),
      },
      /^problem Closecall: It is being changed right now \(UPDATE_IN_PROGRESS\)\. → Wait for it/,
      2,
    ],
    [
      'a rollback got stuck',
      {
        stack: async (name) =>
          stackOf(name === 'ClosecallSources' ? { status: 'UPDATE_ROLLBACK_FAILED' } : {}),
      },
      /^problem ClosecallSources: Its last update failed.*→ aws cloudformation continue-update-rollback --stack-name ClosecallSources/,
      2,
    ],
    [
      'the account is new',
      { concurrency: async () => ({ account: 10, unreserved: 10 }) },
      /^warning concurrency: 10 functions may run at once.*→ .*Service Quotas.*L-B99A9384/,
      0,
    ],
    [
      'a right is missing',
      { concurrency: denied('lambda:GetAccountSettings') },
      /^unchecked concurrency: These credentials lack the right lambda:GetAccountSettings\. →/,
      0,
    ],
  ])('%s', async (_, changes, sentence, exit) => {
    const examined = await only(changes);
    expect(examined.said).toMatch(sentence);
    expect(examined.exit).toBe(exit);
  });

  it('takes a first deploy that failed for what cdk deploy takes it for', async () => {
    const examined = await run({
      stack: async (name) => stackOf(name === 'Closecall' ? { status: 'ROLLBACK_COMPLETE' } : {}),
    });
    expect(told(examined)).toEqual([]);
    expect(fine(examined)).toContain(
      'Closecall: Its first deploy failed; cdk deploy removes what is left and starts afresh.',
    );
  });

  it('ends where there is nobody to ask', async () => {
    const nobody = async (): Promise<never> => {
      throw new Unanswered('nobody', 'There are no AWS credentials.');
    };
    await expect(run({ stack: nobody })).rejects.toThrow(Problem);
    await expect(run({ region: nobody })).rejects.toThrow('There are no AWS credentials.');
  });
});

describe('preflight of a log group', () => {
  const nginx = (changes: Partial<Account>) =>
    only(changes, { sources: [written.sources[0]], notify: written.notify });

  const alone = (source: object) => run({}, { sources: [source], notify: written.notify });

  it('that does not exist', async () => {
    const { said, exit } = await nginx({ group: async () => undefined });
    expect(said).toContain(
      'problem /app/nginx: There is no log group of this name in eu-west-1. → Correct logGroup',
    );
    expect(exit).toBe(2);
  });

  it('of a class that cannot be read', async () => {
    const { said } = await nginx({
      group: async () => ({ class: 'INFREQUENT_ACCESS', created: 0, retention: undefined }),
    });
    expect(said).toMatch(
      /^problem \/app\/nginx: It is of class INFREQUENT_ACCESS.*→ .*a new group of class STANDARD/,
    );
  });

  it('with one filter of somebody else: AWS’s least limit leaves one', async () => {
    const examined = await run({ filters: async () => [foreign('datadog')] });
    expect(told(examined)).toEqual([]);
    expect(fine(examined)).toContain(
      '/app/nginx: It exists, and a subscription filter is free beside datadog (to lambda function datadog-forwarder).',
    );
  });

  it('with two: AWS’s pages disagree', async () => {
    const { said, exit } = await nginx({ filters: async () => [foreign('datadog'), foreign('splunk')] });
    expect(said).toBe(
      'warning /app/nginx: It has 2 subscription filters: datadog (to lambda function datadog-forwarder) and splunk (to lambda function splunk-forwarder). AWS\'s own pages disagree whether a group may have 2 or 5. → If the deploy of ClosecallSources ends with LimitExceededException, set "transport": "poll" on this source, which needs no subscription filter.',
    );
    expect(exit).toBe(0);
  });

  it('with five: none is free', async () => {
    const { said, exit } = await nginx({ filters: async () => ['a', 'b', 'c', 'd', 'e'].map(foreign) });
    expect(said).toMatch(
      /^problem \/app\/nginx: All its 5 subscription filters are taken: a \(to lambda.*→ Either set "transport": "poll"/,
    );
    expect(exit).toBe(2);
  });

  it('with five of which one is ours, by where it leads or by its name', async () => {
    const others = ['a', 'b', 'c', 'd'].map(foreign);
    const ours = [
      own('/app/nginx', { name: 'anything' }),
      own('/app/nginx', { destination: 'arn:aws:lambda:eu-west-1:111122223333:function:old' }),
    ];
    for (const one of ours) {
      const examined = await run({
        stack: async () => stackOf(),
        filters: async () => [...others, one],
      });
      expect(told(examined)).toEqual([]);
      expect(fine(examined)).toContain(`/app/nginx: It exists and is subscribed to already, by ${one.name}.`);
    }
  });

  it('that is polled needs no filter', async () => {
    const sources = [{ ...written.sources[0], transport: 'poll' }];
    const examined = await run({ filters: denied('no question') }, { sources, notify: written.notify });
    expect(told(examined)).toEqual([]);
    expect(fine(examined)).toContain(
      '/app/nginx: It exists and is polled, which needs no subscription filter.',
    );
  });

  it('of which every line comes, where naming formats helps and where it does not', async () => {
    const open = await alone({ logGroup: '/app/nginx', role: 'proxy' });
    expect(told(open)).toEqual([
      expect.stringMatching(
        /^warning \/app\/nginx: No filter pattern holds lines of it back, so every one comes to closecall and is paid for \(the needles need \d+ characters and a pattern holds 1024: every line is delivered\)\. → Its source names no formats.*"formats": \["nginx-error"\]\. That does not help where one of them is .*plain/,
      ),
    ]);
    expect(preflightExit(open.checks)).toBe(0);
    const plain = await alone({ logGroup: '/app/api', role: 'backend', formats: ['plain', 'gunicorn'] });
    expect(told(plain)).toEqual([]);
    expect(fine(plain).join('\n')).toMatch(
      /\/app\/api: No filter pattern.*That lies in plain: naming other formats beside it changes nothing\./,
    );
    const many = await alone({
      logGroup: '/app/api',
      role: 'backend',
      formats: ['gunicorn', 'uwsgi', 'php-fpm'],
    });
    expect(told(many).join()).toContain('→ Name fewer formats on its source');
    const polled = await alone({ logGroup: '/app/nginx', role: 'proxy', transport: 'poll' });
    expect(told(polled).join()).toContain('so every one comes to closecall');
  });

  it('that is no longer named by a configuration without any', async () => {
    const examined = await run({ stack: async () => stackOf() }, { ...written, sources: [] });
    expect(preflightExit(examined.checks)).toBe(0);
    const [said] = told(examined).filter((each) => each.includes('ClosecallSources'));
    expect(said).toBe(
      'warning ClosecallSources: It still subscribes to log groups, and the configuration names none any more. → After the deploy: aws cloudformation delete-stack --stack-name ClosecallSources',
    );
  });

  it('says how to look for a cluster that it cannot ask for', async () => {
    const { said } = await only({}, { sources: [{ ecsCluster: 'prod' }], notify: written.notify });
    expect(said).toMatch(/^unchecked ECS cluster prod: .* → aws ecs describe-clusters --clusters prod/);
  });
});

describe('preflight of who is told', () => {
  it.each([[{ webhook: { url: { parameter: '/closecall/url' } } }], [{ chat: {} }]])(
    'is content with %j',
    async (notify) => expect(told(await run({}, { ...written, notify }))).toEqual([]),
  );

  it('proposes to store a secret under the name that it has', async () => {
    const secretArn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:team/hook-url-AbCdEf';
    const { said } = await only(
      { secret: async () => undefined },
      { ...written, notify: { webhook: { url: { secretArn } } } },
    );
    expect(said).toContain('aws secretsmanager create-secret --name team/hook-url --secret-string "$(cat)"');
  });

  const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:closecall/slack-AbCdEf';
  const slack = (ref: object) => ({ ...written, notify: { slack: { channel: 'C0123456789', token: ref } } });
  const secret = (changes: object) => async () => ({
    kind: 'secret' as const,
    key: undefined,
    deleted: false,
    current: true,
    ...changes,
  });

  it.each<[string, Partial<Account>, unknown, RegExp]>([
    [
      'nobody',
      {},
      { sources: written.sources },
      /^warning notify: Nobody is told of an incident.*e-mail, Slack, a webhook nor a chat\. → Add "notify"/,
    ],
    [
      'an address twice',
      {},
      { ...written, notify: { email: { to: ['ops@example.com', 'Ops@example.com'] } } },
      /^warning e-mail: Ops@example.com is named twice\. → Remove it/,
    ],
    [
      'a parameter that is not there',
      { secret: async () => undefined },
      slack({ parameter: '/closecall/slack' }),
      /^problem slack token: \/closecall\/slack does not exist in eu-west-1\. → .*aws ssm put-parameter --name \/closecall\/slack --type SecureString/,
    ],
    [
      'a parameter in plain text',
      { secret: async () => ({ kind: 'parameter', type: 'String', key: undefined }) },
      slack({ parameter: '/closecall/slack' }),
      /^problem slack token: .* is of type String, which keeps it in plain text\. → .*SecureString/,
    ],
    [
      'a parameter under a key of ours',
      { secret: async () => ({ kind: 'parameter', type: 'SecureString', key: 'alias/mine' }) },
      slack({ parameter: '/closecall/slack' }),
      /^warning slack token: .*key of your own, alias\/mine\. → .*secretKey/,
    ],
    [
      'a secret of another Region',
      { region: async () => 'us-east-1' },
      slack({ secretArn: arn }),
      /^problem slack token: .* is in eu-west-1 and the stack in us-east-1\. → .*replicate-secret-to-regions/,
    ],
    [
      'a secret that is being deleted',
      { secret: secret({ deleted: true }) },
      slack({ secretArn: arn }),
      /^problem slack token: .*marked for deletion.*→ aws secretsmanager restore-secret/,
    ],
    [
      'a secret without a value',
      { secret: secret({ current: false }) },
      slack({ secretArn: arn }),
      /^problem slack token: .*has no value\. → aws secretsmanager put-secret-value/,
    ],
  ])('%s', async (_, changes, json, sentence) => {
    expect((await only(changes, json)).said).toMatch(sentence);
  });
});

describe('a checklist', () => {
  it('is for people and for programs', async () => {
    const examined = await run(
      { group: async () => undefined },
      { sources: [written.sources[0]], notify: {} },
    );
    const text = checklist('closecall preflight', examined.checks, { width: 90, colour: false });
    expect(text).toContain('problem      /app/nginx: There is no log group of this name in eu-west-1.');
    expect(text).toMatch(/\n {13}= help: Correct logGroup/);
    expect(text).toMatch(/\n1 problem, 1 warning and 5 ok\.\n$/);
    expect(text.split('\n').every((row) => row.length <= 90)).toBe(true);
    const json = JSON.parse(checklistJson('preflight', 'Closecall', examined));
    expect(json).toMatchObject({
      schema: 'closecall/preflight@1',
      stack: 'Closecall',
      region: 'eu-west-1',
      problems: 1,
      warnings: 1,
      unchecked: 0,
    });
    expect(json.checks).toHaveLength(7);
  });
});
