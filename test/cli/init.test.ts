import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import { schemaFor } from '#functions/cli/init-config.ts';
import type { Interview } from '#functions/cli/init-interview.ts';
import { Problem } from '#functions/cli/problem.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { mayMatch, needlesOf } from '#lib/engine/match.ts';
import { observer } from '#lib/engine/observe.ts';
import { defaultScope } from '#lib/model/record.ts';
import { day, minute, observedTime, second } from '#lib/model/time.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { judge } from '#lib/pipeline.ts';
import { fakeClock } from '#test/functions/replay-store.ts';
import { type Call, fakeAccount, type Reply, running } from './account.ts';
import { build, folder } from './command.ts';
import { denied, foreign } from './deployment.ts';
import { begun, listed, ran, type Story, stored, stories } from './init-account.ts';
import { timeout } from './logs.ts';

const minutesOf = (offset: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};
const found = ({ read }: Story, name: string) =>
  read.find(({ origin }) => origin.endsWith(`/${name}`)) ?? expect.fail(`explain did not read ${name}`);
const heldOf = (story: Story) =>
  Object.fromEntries(
    story.logs.map(({ name, lines }) => [
      `/logs/${name}`,
      stored(lines, minutesOf(found(story, name).zone.offset), undefined, begun(story), story.startedAt),
    ]),
  );

/** Causes with their confidence and closes, and all closes. */
const told = (incidents: Verdict['incidents'], isSure: boolean) => ({
  closes: incidents.reduce((sum, { closes }) => sum + closes, 0),
  causes: incidents
    .flatMap(({ findings }) =>
      findings.map(({ cause, confidence, closes }) => `${cause} ${closes}${isSure ? ` ${confidence}` : ''}`),
    )
    .sort(),
});

describe('what init learns from recorded lines', () => {
  it.each(stories.map((story) => [story.name, story] as const))('%s', async (_, story) => {
    const held = heldOf(story);
    const { json, setup } = await ran(held, { groups: Object.keys(held) });

    for (const { name } of story.logs) {
      const { role, format, zone } = found(story, name);
      const group = `/logs/${name}`;
      const written = json.sources.find(({ logGroup }: { logGroup: string }) => logGroup === group);
      // A log of plain words is taken for what its name says.
      if (format !== 'plain') expect(written.role).toBe(role);
      expect(written.formats ?? [format]).toContain(format);
      const isZoneless = zone.how !== 'in-line' && zone.how !== 'none';
      expect(written.tz).toBe(isZoneless && zone.offset !== '+00:00' ? zone.offset : undefined);
    }

    // What the filters let through of these lines, read as was written, gives the verdict of the files.
    const { observe } = observer(catalogue);
    const pages = setup.run.sources.flatMap((source) => {
      const { needles } = filterPattern(needlesOf(catalogue, source.formats));
      const records = (held[source.name] ?? [])
        .filter(({ message }) => mayMatch(message, needles))
        .map(({ id, message, timestamp }) => ({
          id,
          source: source.name,
          text: message,
          observedAt: observedTime(timestamp),
        }));
      return observe(records, source).pages;
    });
    // The zipped half is not among the lines; and of a ring buffer or a bare console the files do not say when its lines
    // came.
    if (story.isCut) return;
    const isSure = !story.logs.some(({ name }) => name === 'dmesg.log' || name === 'node.log');
    const { incidents } = judge(pages, defaultScope, setup.run, catalogue);
    expect(told(incidents, isSure)).toEqual(told(story.incidents, isSure));
  });
});

describe('the zone', () => {
  const group = '/app/nginx';
  const tzOf = async (minutes: number, late: number) => {
    const { json, said } = await ran(
      { [group]: stored(timeout.proxy.split('\n').filter(Boolean), minutes, late) },
      { groups: [group] },
    );
    return { tz: json.sources[0].tz, said };
  };

  it.each<[minutes: number, tz: string]>([
    [60, '+01:00'],
    [330, '+05:30'],
    [345, '+05:45'],
    [-210, '-03:30'],
    [825, '+13:45'],
    [-480, '-08:00'],
  ])('%i minutes ahead is %s, however late a collector is', async (minutes, tz) => {
    for (const late of [0, 2 * second, 90 * second, 280 * second])
      expect((await tzOf(minutes, late)).tz).toBe(tz);
  });

  it('is UTC where lines and collector agree, and says so where they tell nothing', async () => {
    expect(await tzOf(0, second)).toMatchObject({ tz: undefined });
    const hours = stored(timeout.proxy.split('\n').filter(Boolean), 0, 0).map((event, index) => ({
      ...event,
      timestamp: event.timestamp + (20 + 45 * index) * minute,
    }));
    const { json, said } = await ran({ [group]: hours }, { groups: [group] });
    expect(json.sources[0].tz).toBeUndefined();
    expect(said).toContain(
      '= note: /app/nginx: Its times carry no zone, and comparing them with the clock of CloudWatch told none: they are read as UTC.',
    );
  });

  it('is asked for by name, and only a name with that offset is taken', async () => {
    const { interview, asked } = answering({ 'Which zone': 'Europe/Berlin' });
    const lines = stored(timeout.proxy.split('\n').filter(Boolean), 60);
    const { json } = await ran(
      { [group]: lines },
      { groups: [group] },
      {},
      { interview, zoneHere: 'Europe/Paris' },
    );
    expect(json.sources[0].tz).toBe('Europe/Berlin');
    const question = asked.find(({ message }) => message.includes('Which zone'));
    expect(question).toMatchObject({ initial: 'Europe/Paris' });
    expect(question?.wrong?.('Asia/Kolkata')).toBe(
      'Asia/Kolkata is not +01:00 now: the lines say otherwise.',
    );
    expect(question?.wrong?.('Europe/Berln')).toContain('did you mean Europe/Berlin?');
  });
});

describe('which groups', () => {
  const nginx = stored(timeout.proxy.split('\n').filter(Boolean), 0);
  const api = stored(timeout.backend.split('\n').filter(Boolean), 0);
  const words = stored(['hello', 'world'], 0);

  it('without being named: those whose lines say what they are, whatever they are called', async () => {
    const { json } = await ran({ '/misc/a': api, '/misc/b': nginx, '/app/nginx-api': words });
    expect(json.sources.map(({ logGroup, role }: Written) => [logGroup, role])).toEqual([
      ['/misc/a', 'backend'],
      ['/misc/b', 'proxy'],
    ]);
  });

  it('of hundreds: likely ones are looked into first, and no more than thirty', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`/aws/lambda/job-${index}`, words] as const),
    );
    const { json, calls } = await ran({ ...many, '/z/ingress-nginx': nginx, '/z/shop-api': api });
    expect(json.sources.map(({ logGroup }: Written) => logGroup)).toEqual([
      '/z/ingress-nginx',
      '/z/shop-api',
    ]);
    expect(calls).toBe(60);
  });

  it('never offers its own, nor those of another class, and says why', async () => {
    const groups = async () => [
      listed('/closecall/Closecall/ingest'),
      listed('/app/old', { class: 'INFREQUENT_ACCESS' }),
      listed('/app/nginx'),
    ];
    const { interview, asked } = answering({});
    const { said } = await ran({ '/app/nginx': nginx }, { yes: false }, { groups }, { interview });
    expect(asked[0]?.options?.map(({ value }) => value)).toEqual(['/app/nginx']);
    expect(said).toContain('/closecall/Closecall/ingest is not offered: closecall writes it itself.');
    expect(said).toContain('/app/old is not offered: it is of class INFREQUENT_ACCESS, and CloudWatch');
    for (const [name, why] of [
      ['/closecall/Closecall/ingest', 'closecall writes it itself'],
      ['/app/old', 'class INFREQUENT_ACCESS'],
      ['/app/ngnix', 'Did you mean /app/nginx?'],
    ] as const)
      await expect(ran({ '/app/nginx': nginx }, { groups: [name] }, { groups })).rejects.toThrow(why);
  });

  it('offers proxies first, then backends, with what was found', async () => {
    const { interview, asked } = answering({});
    await ran({ '/a': words, '/b': api, '/c': nginx }, { yes: false }, {}, { interview });
    expect(asked[0]?.options?.map(({ value, hint }) => [value, hint])).toEqual([
      ['/c', 'proxy: nginx-error, 30 GB stored'],
      ['/b', 'backend: gunicorn and plain, 30 GB stored'],
      ['/a', 'lines that do not tell, 30 GB stored'],
    ]);
    expect(asked[0]?.chosen).toEqual(['/b', '/c']);
  });

  it('where nobody can be asked they are named or agreed to', async () => {
    const run = ran({ '/app/nginx': nginx, '/app/api': api }, { yes: false });
    await expect(run).rejects.toThrow(
      'nobody can be asked here, so name the log groups (--group /app/nginx --group /app/api), or take these with --yes.',
    );
    await expect(ran({ '/x': words }, { yes: false })).rejects.toThrow('name them with --group');
  });
});

describe('a group', () => {
  const nginx = stored(timeout.access.split('\n').filter(Boolean), 0);
  const source = async (...args: Parameters<typeof ran>) => {
    const { json, said } = await ran(...args);
    return { written: json.sources[0], said };
  };

  it('of requests may hold errors too, so their needles are delivered', async () => {
    const { setup } = await ran({ '/app/nginx': nginx }, { groups: ['/app/nginx'] });
    const [intake] = setup.intakes;
    expect(intake).toMatchObject({ transport: 'subscribe' });
    expect(intake?.kind === 'group' && intake.pattern).toContain('?"upstream prematurely closed"');
  });

  it('without a free slot is polled; where that is not certain it is subscribed to, and said', async () => {
    const taken = (names: readonly string[]) => ({ filters: async () => names.map(foreign) });
    const held = { '/app/nginx': nginx };
    const named = { groups: ['/app/nginx'] };
    expect((await source(held, named, taken(['a', 'b', 'c', 'd', 'e']))).written.transport).toBe('poll');
    const two = await source(held, named, taken(['a', 'b']));
    expect(two.written.transport).toBeUndefined();
    expect(two.said).toContain("AWS's own pages disagree whether a group may have 2 or 5.");
    const unseen = await source(held, named, { filters: denied('logs:DescribeSubscriptionFilters') });
    expect(unseen.written.transport).toBeUndefined();
    expect(unseen.said).toContain(
      'whether a subscription filter is free could not be read. These credentials lack the right logs:DescribeSubscriptionFilters.',
    );
  });

  it('that was silent for an hour is looked at where its last line is', async () => {
    const late = nginx.map((event) => ({ ...event, timestamp: event.timestamp - 3 * day }));
    const last = Math.max(...late.map(({ timestamp }) => timestamp));
    const { written } = await source(
      { '/misc/a': late },
      { groups: ['/misc/a'] },
      { lastEvent: async () => last },
      { clock: fakeClock(last + 3 * day) },
    );
    expect(written).toMatchObject({ role: 'proxy', formats: ['nginx-error', 'nginx-access'] });
  });

  it('without lines is a guess, and says so', async () => {
    const { written, said } = await source(
      { '/app/kernel': [] },
      { groups: ['/app/kernel'] },
      { lastEvent: async () => undefined },
    );
    expect(written).toEqual({ logGroup: '/app/kernel', role: 'platform' });
    expect(said).toContain("Nothing was written to it lately. It was taken for a platform's log by its name");
  });

  it('that may not be read is a guess, and says so', async () => {
    const { written, said } = await source(
      { '/app/x': [] },
      { groups: ['/app/x'] },
      {},
      { habits: { refuses: ({ group }) => ({ kind: 'denied', group, why: 'no right' }) } },
    );
    expect(written).toEqual({ logGroup: '/app/x', role: 'backend' });
    expect(said).toContain('No line could be looked at: /app/x may not be read: no right.');
  });

  it('whose lines do not tell is asked for', async () => {
    const { interview } = answering({ 'What writes them': 'proxy' });
    const { written, said } = await source(
      { '/app/x': stored(['hello'], 0) },
      { groups: ['/app/x'] },
      {},
      { interview },
    );
    expect(written).toEqual({ logGroup: '/app/x', role: 'proxy' });
    expect(said).not.toContain('want of a better guess');
  });
});

describe('rights', () => {
  const nginx = stored(timeout.proxy.split('\n').filter(Boolean), 0);

  it('to list that are missing leave named groups', async () => {
    const groups = denied('logs:DescribeLogGroups');
    const { json, said } = await ran({ '/app/nginx': nginx }, { groups: ['/app/nginx'] }, { groups });
    expect(json.sources).toEqual([{ logGroup: '/app/nginx', role: 'proxy', formats: ['nginx-error'] }]);
    expect(said).toContain(
      'neither their class nor their stored bytes could be read. These credentials lack the right logs:DescribeLogGroups.',
    );
    expect(said).toContain('its stored bytes could not be read');
    await expect(ran({}, {}, { groups })).rejects.toThrow('name the log groups: --group');
  });

  it.each<[string, 'groups' | 'filters' | 'lastEvent' | 'region' | 'secret']>(
    (['groups', 'filters', 'lastEvent', 'region', 'secret'] as const).map((each) => [each, each]),
  )('%s: without credentials it ends with the sentence', async (_, question) => {
    const nobody = async (): Promise<never> => {
      throw new Unanswered('nobody', 'There are no AWS credentials.');
    };
    const slack = { webhook: { parameter: '/closecall/slack' } };
    const run = ran(
      { '/app/nginx': question === 'lastEvent' ? [] : nginx },
      { groups: ['/app/nginx'], slack },
      { [question]: nobody },
    );
    await expect(run).rejects.toThrow(Problem);
    await expect(run).rejects.toThrow('There are no AWS credentials.');
  });
});

describe('who is told', () => {
  const held = { '/app/nginx': stored(timeout.proxy.split('\n').filter(Boolean), 0) };
  const bot = { channel: 'C0123456789', token: { parameter: '/team/slack' } };

  it('is written, and a secret is named only', async () => {
    const { json, before } = await ran(
      held,
      { groups: ['/app/nginx'], slack: bot },
      { secret: async () => undefined },
    );
    expect(json.notify).toEqual({ slack: bot, email: { to: ['ops@example.com'] } });
    expect(before.map(({ command }) => command)).toEqual([
      'aws ssm put-parameter --name /team/slack --type SecureString --value "$(cat)" --region eu-west-1',
    ]);
  });

  it('a secret that is there need not be stored', async () => {
    const { before, said } = await ran(held, { groups: ['/app/nginx'], slack: bot });
    expect(before).toEqual([]);
    expect(said).toContain('secret /team/slack is there; its value was not read.');
  });

  it('a parameter in plain text is told', async () => {
    const secret = async () => ({ kind: 'parameter' as const, type: 'String', key: undefined });
    const { said } = await ran(held, { groups: ['/app/nginx'], slack: bot }, { secret });
    expect(said).toContain('is of type String, which keeps it in plain text. Delete it');
  });

  it.each<[string, object]>([
    ['a token for a name', { channel: 'C0123456789', token: { parameter: 'xoxb-1-secretvalue' } }],
    [
      'an address for a name',
      { webhook: { parameter: 'https://hooks.slack.com/services/T0/B0/secretvalue' } },
    ],
  ])('%s is refused and not repeated', async (_, slack) => {
    const run = ran(held, { groups: ['/app/nginx'], slack: slack as typeof bot });
    await expect(run).rejects.toThrow('write the name of an SSM parameter');
    await expect(run).rejects.not.toThrow('secretvalue');
  });

  it('is asked for: mail, ECS, Slack, with what is wrong at once', async () => {
    const { interview, asked } = answering({
      'ECS clusters': 'prod, stage',
      'Who gets mail': 'a@example.com b@example.com',
      'Slack?': 'bot',
      'id of the channel': 'C0123456789',
      'Under which name': '/closecall/slack',
    });
    const unanswered = { groups: ['/app/nginx'], clusters: undefined, email: undefined };
    const { json } = await ran(held, unanswered, {}, { interview });
    expect(json.sources.slice(1)).toEqual([{ ecsCluster: 'prod' }, { ecsCluster: 'stage' }]);
    expect(json.notify).toEqual({
      slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } },
      email: { to: ['a@example.com', 'b@example.com'] },
    });
    const wrong = (message: string, answer: string) =>
      asked.find((each) => each.message.includes(message))?.wrong?.(answer);
    expect(wrong('Who gets mail', 'nobody')).toContain('write an address');
    expect(wrong('Who gets mail', '')).toBeUndefined();
    expect(wrong('ECS clusters', 'arn:aws:ecs:x')).toContain("write the cluster's name");
    expect(wrong('id of the channel', '#ops')).toContain("write the channel's id");
    expect(wrong('Under which name', 'xoxb-1-secretvalue')).not.toContain('secretvalue');
  });
});

it('says what a configuration is short of, and what it costs', async () => {
  const { said } = await ran(
    { '/app/api': stored(timeout.backend.split('\n').filter(Boolean), 0) },
    { groups: ['/app/api'], email: [] },
  );
  expect(said).toContain('There is no proxy among them');
  expect(said).toContain('Nobody is told of an incident');
  expect(said).toMatch(/\$3\.00 dashboard: 1 × \$3\.00/);
  expect(said).toMatch(/\$\d+\.\d\d a month in all, about: list prices of us-east-1/);
});

it('writes JSON as people do', async () => {
  const { text } = await ran(
    { '/app/nginx': stored(timeout.access.split('\n').filter(Boolean), 0) },
    { groups: ['/app/nginx'], clusters: ['prod'] },
  );
  expect(text).toMatchInlineSnapshot(`
    "{
      "$schema": "./closecall.config.schema.json",
      "sources": [
        {
          "logGroup": "/app/nginx",
          "role": "proxy",
          "formats": ["nginx-error", "nginx-access"]
        },
        {
          "ecsCluster": "prod"
        }
      ],
      "notify": {
        "email": {
          "to": ["ops@example.com"]
        }
      }
    }
    "
  `);
});

it('points to the schema beside it, or among the packages of somebody else’s project', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const file = 'functions/schemas/closecall.config.schema.json';
  expect(schemaFor(root)).toBe(`./${file}`);
  expect(schemaFor(join(root, 'infra'))).toBe(`../${file}`);
  expect(schemaFor('/srv/shop/deploy')).toBe(`./node_modules/closecall/${file}`);
});

describe('the command', () => {
  const account = fakeAccount();
  const { path: cwd } = folder();
  const groups = {
    '/app/nginx': timeout.access,
    '/app/api': timeout.backend,
    '/closecall/Closecall/tick': '',
  };
  const events = (text: string) =>
    stored(text.split('\n').filter(Boolean), 0).map(({ id, stream, message }) => ({
      eventId: id,
      logStreamName: stream,
      message,
      timestamp: Date.now() - minute,
    }));
  const answering = ({ action, input }: Call): Reply => {
    switch (action) {
      case 'DescribeLogGroups':
        return {
          json: {
            logGroups: Object.keys(groups)
              .slice(input['nextToken'] ? 1 : 0, input['nextToken'] ? undefined : 1)
              .map((logGroupName) => ({
                logGroupName,
                creationTime: Date.now() - 30 * day,
                storedBytes: 5e9,
              })),
            ...(input['nextToken'] ? {} : { nextToken: 'more' }),
          },
        };
      case 'FilterLogEvents':
        return { json: { events: events(groups[input['logGroupName'] as keyof typeof groups]) } };
      case 'DescribeSubscriptionFilters':
        return { json: { subscriptionFilters: [] } };
      case 'DescribeParameters':
        return { error: 'AccessDeniedException', message: 'no' };
      default:
        return { error: 'InternalFailure' };
    }
  };
  const command = async (...args: readonly string[]) => {
    const { environment, answers } = await account;
    answers(answering);
    return running(cwd, ['init', ...args], environment).ended;
  };
  beforeAll(build);

  it('writes the file in the Region that is named, and says what to do next', async () => {
    const { code, stdout, stderr } = await command(
      ...['--yes', '--region', 'eu-west-1', '--email', 'ops@example.com'],
      ...['--slack-channel', 'C0123456789', '--slack-parameter', '/closecall/slack'],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const json = JSON.parse(readFileSync(join(cwd, 'closecall.config.json'), 'utf8'));
    expect(json).toMatchObject({
      $schema: expect.stringMatching(/functions\/schemas\/closecall\.config\.schema\.json$/),
      sources: [
        { logGroup: '/app/nginx', role: 'proxy' },
        { logGroup: '/app/api', role: 'backend' },
      ],
      notify: { email: { to: ['ops@example.com'] } },
    });
    expect(stdout).toContain('3 log groups in eu-west-1, 2 of which can be read.');
    expect(stdout).toContain('Whether /closecall/slack is there could not be read.');
    expect(stdout).toMatch(
      /1\. Store the token[\s\S]*\n {5}aws ssm put-parameter --name \/closecall\/slack --type SecureString --value "\$\(cat\)" --region eu-west-1\n/,
    );
    expect(stdout).toMatch(/2\. Deploy it[\s\S]*\n {5}AWS_REGION=eu-west-1 npm run deploy\n/);
    expect(stdout).toMatch(/4\. See whether[\s\S]*doctor --test-alert\n$/);
  });

  it('leaves a file that is there, before it asks AWS', async () => {
    writeFileSync(join(cwd, 'mine.json'), 'mine');
    const { code, stderr } = await command('--group', '/app/nginx', '--output', 'mine.json');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'closecall: mine.json is there already and was left as it is: name another file with --output, or replace it with --yes.\n',
    });
    expect((await account).calls).toEqual([]);
    expect(readFileSync(join(cwd, 'mine.json'), 'utf8')).toBe('mine');
    expect((await command('--group', '/app/nginx', '--output', 'mine.json', '--yes')).code).toBe(0);
    expect(readFileSync(join(cwd, 'mine.json'), 'utf8')).toContain('"/app/nginx"');
  });

  it('says where another file is deployed from, and when there is no folder for it', async () => {
    const { stdout } = await command('--group', '/app/nginx', '--output', 'other.json');
    expect(stdout).toContain('npx cdk deploy --all -c config=other.json\n');
    const { code, stderr } = await command('--group', '/app/nginx', '--output', 'no/other.json');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'closecall: no/other.json could not be written: there is no such folder.\n',
    });
  });

  it('says what is missing beside a channel', async () => {
    const { code, stderr } = await command('--slack-channel', 'C0123456789');
    expect(code).toBe(2);
    expect(stderr).toContain('--slack-channel needs the bot’s token: name where it is kept');
  });
});

interface Written {
  readonly logGroup: string;
  readonly role: string;
}
interface Question {
  readonly message: string;
  readonly options?: readonly { readonly value: string; readonly hint?: string }[];
  readonly chosen?: readonly string[];
  readonly initial?: string;
  readonly wrong?: (answer: string) => string | undefined;
}

/** Somebody who answers by what a question contains, and else takes what is proposed. */
function answering(answers: Readonly<Record<string, string>>) {
  const asked: Question[] = [];
  const answerTo = (message: string) => Object.entries(answers).find(([part]) => message.includes(part))?.[1];
  const interview: Interview = {
    async choose(message, options, chosen) {
      asked.push({ message, options, chosen });
      return chosen;
    },
    async pick(message, options, first) {
      asked.push({ message, options, initial: first });
      return options.find(({ value }) => value === answerTo(message))?.value ?? first;
    },
    async write(message, initial, wrong) {
      asked.push({ message, initial, wrong });
      const answer = answerTo(message) ?? initial;
      expect(wrong(answer)).toBeUndefined();
      return answer;
    },
    agree: async () => true,
  };
  return { interview, asked };
}
