import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '#lib/model/verdict.ts';
import { html } from '#lib/notifiers/html.ts';
import { type Call, fakeAccount, type Reply, running } from './account.ts';
import { build, closecall, folder, verdictOf } from './command.ts';

beforeAll(build, 120_000);
const { path: cwd, put } = folder();
const account = await fakeAccount();

const nginx = (second: number): string =>
  `2026/11/22 12:00:${String(second).padStart(2, '0')} [error] 7#7: *${second} upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.9, server: shop.example.com, request: "GET /orders/${second} HTTP/1.1", upstream: "http://10.0.0.5:8000/orders/${second}", host: "shop.example.com"`;
const gunicorn = (second: number): string =>
  `[2026-11-22 12:00:${String(second).padStart(2, '0')} +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:${second})`;
const seconds = [3, 9, 15, 21];
const lines: Readonly<Record<string, readonly string[]>> = {
  'app/nginx': seconds.map((second) => nginx(second)),
  'app/api': seconds.map((second) => gunicorn(second - 1)),
};
const config = {
  sources: [
    { logGroup: 'app/nginx', role: 'proxy', formats: ['nginx-error'] },
    { logGroup: 'app/api', role: 'backend', formats: ['gunicorn'] },
  ],
};
put('closecall.config.json', JSON.stringify(config));
put('elsewhere/readme', 'no configuration here');
for (const [name, texts] of Object.entries(lines)) put(name, `${texts.join('\n')}\n`);

const at = (text: string): number => Date.parse(`2026-11-22T12:00:${/12:00:(\d\d)/.exec(text)?.[1]}Z`);
const window = ['--since', '2026-11-22T11:00:00Z', '--until', '2026-11-22T13:00:00Z'];

const groupsFound = ({ input }: Call): Reply => ({
  json: {
    logGroups: Object.keys(lines)
      .filter((name) => name.startsWith(String(input['logGroupNamePrefix'])))
      .map((logGroupName) => ({ logGroupName, logGroupClass: 'STANDARD', creationTime: 0 })),
  },
});

/** As the service answers: two events a page, and an empty page with a token before the last. */
function eventsFound({ input }: Call): Reply {
  const { logGroupName, startTime, endTime, nextToken = '0' } = input as Record<string, string | number>;
  const held = (lines[String(logGroupName)] ?? []).filter(
    (text) => at(text) >= Number(startTime) && at(text) <= Number(endTime),
  );
  const from = Number(nextToken);
  if (from === 2.5) return { json: { events: page(held, 2), searchedLogStreams: [] } };
  if (from === 2) return { json: { events: [], nextToken: '2.5' } };
  return { json: { events: page(held, from), ...(held.length > 2 ? { nextToken: '2' } : {}) } };
}
const page = (held: readonly string[], from: number) =>
  held.slice(from, from + 2).map((message, index) => ({
    eventId: `${from + index}`,
    logStreamName: 'web-1',
    timestamp: at(message),
    message,
    ingestionTime: at(message) + 900,
  }));

const healthy = (call: Call): Reply =>
  call.action === 'DescribeLogGroups' ? groupsFound(call) : eventsFound(call);

const replay = (args: readonly string[], env: Readonly<Record<string, string>> = {}, where = cwd) =>
  running(where, ['replay', ...args], { ...account.environment, ...env }).ended;

const parsed = (text: string): Verdict => JSON.parse(text) as Verdict;
const withoutPlaces = ({ incidents, lookalikes, summary }: Verdict): string =>
  JSON.stringify({ incidents, lookalikes, summary }, (key, value) =>
    key === 'origin' || key === 'line' ? undefined : value,
  );

describe('closecall replay', () => {
  it('says of log groups what explain says of the exported lines, and exits alike', async () => {
    account.answers(healthy);
    const { code, stdout, stderr } = await replay([...window, '--json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const files = verdictOf(cwd, [
      '--as-delivered',
      '--config',
      'closecall.config.json',
      ...Object.keys(lines),
    ]);
    expect(withoutPlaces(parsed(stdout))).toBe(withoutPlaces(files));
    expect(parsed(stdout).summary).toMatchObject({ closes: 4, explained: 4 });
    expect(
      account.calls.some(({ input }) => String(input['filterPattern']).includes('?"WORKER TIMEOUT')),
    ).toBe(true);

    const quiet = await replay(['--since', '2026-11-22T09:00:00Z', '--until', '2026-11-22T10:00:00Z']);
    expect(quiet.code).toBe(0);
    expect(quiet.stdout).toContain('Not one line of app/nginx and app/api');
  });

  it('needs no configuration where it is told the groups', async () => {
    account.answers(healthy);
    const where = join(cwd, 'elsewhere');
    const { code, stdout } = await replay(
      [...window, '--source', 'app/nginx', '--source', 'app/api', '--json'],
      {},
      where,
    );
    expect(code).toBe(1);
    expect(parsed(stdout).summary).toMatchObject({ closes: 4, explained: 4 });
    expect(parsed(stdout).read.sources.map(({ role }) => role)).toEqual(['proxy', 'backend']);
  });

  it('writes a report too', async () => {
    account.answers(healthy);
    const { code, stdout, stderr } = await replay([...window, '--json', '--html', 'report.html']);
    expect(code).toBe(1);
    expect(stderr).toContain(`the report is in ${join(cwd, 'report.html')}`);
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toBe(html(parsed(stdout)));
  });

  it('waits where it is throttled', async () => {
    let throttled = 0;
    account.answers((call) =>
      call.action === 'FilterLogEvents' && throttled++ < 2 ? { error: 'ThrottlingException' } : healthy(call),
    );
    const { code, stdout } = await replay([...window, '--json']);
    expect(code).toBe(1);
    expect(parsed(stdout).summary.closes).toBe(4);
  });

  it('is interrupted by Ctrl-C, says how to go on, and goes on', async () => {
    const env = { XDG_CACHE_HOME: join(cwd, 'cache') };
    let asked = 0;
    let stuck: () => void = () => {};
    const silent = new Promise<void>((resolve) => {
      stuck = resolve;
    });
    account.answers((call) => {
      if (call.action === 'FilterLogEvents' && ++asked > 10) {
        // Eight are asked at once: from here on nobody answers.
        if (asked === 18) stuck();
        return 'silence';
      }
      return healthy(call);
    });
    const run = running(cwd, ['replay', ...window, '--json'], { ...account.environment, ...env });
    await silent;
    run.interrupt();
    const { code, stdout, stderr } = await run.ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(
      /^closecall: interrupted\. \d+ % of the window has been read\. Go on with:\n {2}closecall replay /,
    );
    const onward = /closecall (replay .*)\n/.exec(stderr)?.[1]?.split(' ') ?? [];

    account.answers(healthy);
    const rest = await running(cwd, onward, { ...account.environment, ...env }).ended;
    expect(rest.code).toBe(1);
    const searched = account.calls.filter(({ action }) => action === 'FilterLogEvents').length;
    account.answers(healthy);
    const whole = await replay([...window, '--json'], env);
    expect(parsed(rest.stdout)).toEqual(parsed(whole.stdout));
    expect(searched).toBeLessThan(account.calls.filter(({ action }) => action === 'FilterLogEvents').length);
    if (process.platform === 'linux') expect(readdirSync(join(cwd, 'cache', 'closecall'))).toEqual([]);
  });
});

describe('what closecall replay cannot do', () => {
  const says = async (args: readonly string[], env: Readonly<Record<string, string>> = {}, where = cwd) => {
    const { code, stdout, stderr } = await replay(args, env, where);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toContain("closecall's fault");
    return stderr;
  };

  it.each<[string, readonly string[], RegExp]>([
    ['no time', [], /say from when: --since 2h/],
    ['an odd time', ['--since', 'tuesday'], /--since tuesday: that is no time/],
    ['times the wrong way round', ['--since', '1h', '--until', '2h'], /--since 1h is later than --until 2h/],
    [
      'an unknown source',
      [...window, '--source', 'x'],
      /--source x is not in the configuration, which has app\/nginx and app\/api/,
    ],
    ['an odd rate', [...window, '--rate', 'fast'], /--rate fast: write calls a second/],
    [
      'a setting for the function',
      [...window, '--publish', '--set', 'gunicorn.timeout=30s'],
      /--set cannot be used with --stack/,
    ],
    [
      'a configuration that is not there',
      [...window, '--config', 'gone.json'],
      /--config gone\.json was not read/,
    ],
  ])('%s', async (_, args, sentence) => {
    account.answers(healthy);
    expect(await says(args)).toMatch(sentence);
    expect(account.calls).toHaveLength(0);
  });

  it('without a configuration and without groups', async () => {
    expect(await says(window, {}, join(cwd, 'elsewhere'))).toContain(
      'Name a configuration with --config, or the groups with --source',
    );
  });

  const refusing = (reply: Reply) => (call: Call) =>
    call.action === 'FilterLogEvents' ? reply : { error: 'AccessDeniedException', message: 'no' };
  it.each<[string, (call: Call) => Reply, RegExp]>([
    [
      'a group that is gone',
      () => ({ json: { logGroups: [] } }),
      /there is no log group app\/nginx in this account and Region\. What to do: .*AWS_REGION/,
    ],
    [
      'a group that is gone, seen late',
      refusing({ error: 'ResourceNotFoundException' }),
      /there is no log group app\//,
    ],
    [
      'a group that it may not read',
      refusing({
        error: 'AccessDeniedException',
        message: 'User is not authorized to perform: logs:FilterLogEvents',
      }),
      /may not be read: User is not authorized.*allow logs:FilterLogEvents on log-group:app\//,
    ],
    [
      'a class without events',
      refusing({
        error: 'InvalidParameterException',
        message: 'This operation is not supported for log groups of the INFREQUENT_ACCESS log class',
      }),
      /of the log class INFREQUENT_ACCESS.*closecall explain/,
    ],
    [
      'a question that is not taken',
      refusing({ error: 'InvalidParameterException', message: 'Invalid filter pattern' }),
      /does not take the question about app\/.*: Invalid filter pattern/,
    ],
    [
      'credentials that are over',
      refusing({
        error: 'ExpiredTokenException',
        message: 'The security token included in the request is expired',
      }),
      /does not accept the credentials.*aws sso login/,
    ],
    [
      'something new',
      refusing({ error: 'TeapotException', message: 'short and stout' }),
      /TeapotException: short and stout/,
    ],
  ])('%s', async (_, answers, sentence) => {
    account.answers(answers);
    expect(await says(window)).toMatch(sentence);
  });

  it('without credentials, without a Region', async () => {
    account.answers(healthy);
    expect(await says(window, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' })).toMatch(
      /does not accept the credentials, or there are none.*AWS_PROFILE/,
    );
    expect(await says(window, { AWS_REGION: '' })).toContain(
      'no Region is chosen. What to do: name one with AWS_REGION',
    );
  });
});

describe('closecall replay by the function of a stack', () => {
  const stackFound = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackId>arn:aws:cloudformation:us-east-1:123456789012:stack/Closecall/1</StackId><StackName>Closecall</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-11-01T00:00:00Z</CreationTime><Outputs><member><OutputKey>ReplayFunctionName</OutputKey><OutputValue>replay-of-closecall</OutputValue></member></Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
  const invocations = (): readonly Call[] =>
    account.calls.filter(({ action }) => action.endsWith('/functions/replay-of-closecall/invocations'));
  const verdict = (): Verdict =>
    verdictOf(cwd, ['--as-delivered', '--config', 'closecall.config.json', ...Object.keys(lines)]);

  it('calls it until it is done, prints its verdict and says what was sent', async () => {
    const published = [
      { conversation: 'replay:default:2026-11-22T12:00:03.000Z', medium: 'slack', outcome: 'delivered' },
      {
        conversation: 'replay:default:2026-11-22T12:00:03.000Z',
        medium: 'email',
        outcome: 'failed',
        why: 'no topic',
      },
    ];
    const whole = verdict();
    account.answers(({ action }) => {
      if (action === 'DescribeStacks') return { xml: stackFound };
      if (invocations().length === 1) return { json: { next: '0123456789abcdef', read: 0.4 } };
      return { json: { ...whole, published } };
    });
    const { code, stdout, stderr } = await replay([
      ...window,
      '--publish',
      '--json',
      '--source',
      'app/nginx',
    ]);
    expect(code).toBe(1);
    expect(parsed(stdout)).toEqual(whole);
    expect(stderr).toBe(
      'Published 1 incident by slack.\nemail did not take replay:default:2026-11-22T12:00:03.000Z: no topic\n',
    );
    expect(invocations().map(({ input }) => input)).toEqual([
      {
        since: Date.UTC(2026, 10, 22, 11),
        until: Date.UTC(2026, 10, 22, 13),
        sources: ['app/nginx'],
        publish: true,
        unfiltered: false,
      },
      { next: '0123456789abcdef' },
    ]);
  });

  it('fetches a large verdict from the bucket', async () => {
    const whole = verdict();
    account.answers(({ action }) => {
      if (action === 'DescribeStacks') return { xml: stackFound };
      if (action === 'GET /reports-of-closecall/reports/x.json') return { json: whole };
      return {
        json: { report: { bucket: 'reports-of-closecall', key: 'reports/x.json', bytes: 7_000_000 } },
      };
    });
    const { code, stdout } = await replay([...window, '--stack', 'Closecall', '--json']);
    expect(code).toBe(1);
    expect(parsed(stdout)).toEqual(whole);
  });

  it('says what the function answers instead, and what is missing', async () => {
    account.answers(({ action }) =>
      action === 'DescribeStacks'
        ? { xml: stackFound }
        : { json: { error: { what: 'no group', path: 'sources[0]', remedy: 'choose one' } } },
    );
    const refused = await replay([...window, '--stack', 'Closecall']);
    expect(refused).toMatchObject({
      code: 2,
      stderr: 'closecall: the replay function answers: no group (sources[0]). What to do: choose one.\n',
    });

    const absent =
      '<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id Other does not exist</Message></Error></ErrorResponse>';
    account.answers(() => ({ xml: absent, status: 400 }));
    const gone = await replay([...window, '--stack', 'Other']);
    expect(gone.code).toBe(2);
    expect(gone.stderr).toContain(
      'there is no stack Other in this account and Region. What to do: name the stack',
    );
  });
});

it('is in the help', () => {
  expect(closecall(cwd, ['--help']).stdout).toContain('replay');
  expect(closecall(cwd, ['replay', '--help']).stdout).toContain('half of that is used');
});
