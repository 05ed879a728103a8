import { resolve } from 'node:path';
import process from 'node:process';
import { type Command, Option } from 'commander';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import type { Clock, LogStore } from '#functions/ports.ts';
import type { Stretch } from '#functions/replay/recall.ts';
import type { Setup } from '#functions/setup.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { list } from '#lib/model/words.ts';
import { type Run, runOf } from '#lib/pipeline.ts';
import { momentOf, settingsOf } from './known.ts';
import { lookOf } from './look.ts';
import { Problem } from './problem.ts';
import { type Bar, barOn } from './progress.ts';
import type { Kept } from './replay.ts';
import { reportFile } from './report.ts';

interface ReplayFlags {
  readonly since?: string;
  readonly until?: string;
  readonly source?: readonly string[];
  readonly config?: string;
  readonly set: readonly string[];
  readonly tz?: string;
  readonly json?: true;
  readonly html?: string;
  readonly stack?: string;
  readonly publish?: true;
  readonly resume?: string;
  readonly rate?: string;
  readonly unfiltered?: true;
}

/** As a shell says of what Ctrl-C ended. */
const interrupted = 130;
const usualStack = 'Closecall';

const about = `
It reads the log groups of closecall.config.json, or of --source, for the time from --since to --until (now, unless you
say), by the time that CloudWatch gave each event, and judges them as the stack would have. Without a configuration the
format, role and zone of each group are found from samples.

  closecall replay --since 2h
  closecall replay --since '2026-11-22 12:00' --until '2026-11-22 14:00' --tz Europe/Berlin
  closecall replay --since 1d --source /app/nginx --source /app/api
  closecall replay --since 1d --stack Closecall --publish

  from here        with your own credentials (AWS_PROFILE, AWS_REGION, aws sso login) and logs:FilterLogEvents,
                   logs:DescribeLogGroups; nothing is sent anywhere
  --stack          by the replay function of a stack, with its rights: needs cloudformation:DescribeStacks,
                   lambda:InvokeFunction, and s3:GetObject for a large answer
  --publish        has that function also send the incidents by e-mail and Slack, as over; alerts that the stack itself
                   sent are not touched, and a second replay edits what the first one said where the medium can
  --rate           CloudWatch allows 25 calls a second in us-east-1, 5 in eu-central-1, ap-northeast-3, ap-southeast-3,
                   ca-west-1 and il-central-1, 10 elsewhere, to everybody in the account together; half of that is used
  --unfiltered     reads every line, as if no filter pattern stood in between: slower, and finds what a pattern lost

What has been read is kept in your cache folder until the answer is complete, log lines included and readable by you
alone: an interrupted replay goes on from there when it is asked again, with the same times. The function of a stack
keeps it in the stack's bucket, with what it has sent, and goes on in the same way.

Exit codes: 0 no premature close found, 1 at least one found, 2 wrong usage or nothing could be read, 130 interrupted.`;

const collect = (value: string, held: readonly string[] = []): readonly string[] => [...held, value];

export function addReplay(closecall: Command, folder: () => string, finish: (code: number) => void): void {
  closecall
    .command('replay')
    .description('reads the past of CloudWatch log groups and says why each connection was closed')
    .option('--since <time>', 'from when: 2026-11-22T12:00:00Z, or 2h for two hours ago')
    .option('--until <time>', 'until when (default: now)')
    .addOption(
      new Option(
        '--source <group>',
        'only this log group, repeatable; without a configuration it is sniffed',
      ).argParser(collect),
    )
    .option('--config <file>', 'the configuration (default: closecall.config.json, where there is one)')
    .addOption(
      new Option('--set <setting=value>', 'a setting that you know, repeatable: gunicorn.timeout=30s')
        .argParser(collect)
        .default([], 'none'),
    )
    .option(
      '--tz <zone>',
      'zone of --since and --until, and of times that carry none where no configuration says',
    )
    .option('--json', 'print the verdict as JSON (closecall/verdict@1)')
    .option('--html <file>', 'also write the verdict as a page: one file, to look at, send or print')
    .option('--stack <name>', 'let the replay function of this stack do it (with --publish: Closecall)')
    .option('--publish', 'also send the incidents by the media of the stack')
    .option('--resume <file>', 'keep what has been read in this file, and go on from it')
    .option('--rate <calls>', 'calls of FilterLogEvents a second')
    .option('--unfiltered', 'read every line, whatever the filter patterns let through')
    .addHelpText('after', about)
    .action(async (flags: ReplayFlags) => {
      const stretch = stretchOf(flags, Date.now());
      const report = flags.html === undefined ? undefined : reportFile(flags.html, folder());
      const bar = barOn(process.stderr, Date.now);
      const verdict =
        flags.stack !== undefined || flags.publish
          ? await there(flags, stretch, bar)
          : await here(flags, stretch, folder(), bar);
      const render = flags.json
        ? (await import('#lib/notifiers/json.ts')).json
        : await import('#lib/notifiers/terminal.ts').then(
            ({ terminal }) =>
              (each: Verdict) =>
                terminal(each, lookOf(process.stdout)),
          );
      finish(verdict.summary.closes > 0 ? 1 : 0);
      process.stdout.write(render(verdict));
      await report?.write(verdict);
    });
}

function stretchOf({ since, until, tz }: ReplayFlags, now: number): Stretch {
  if (since === undefined)
    throw new Problem(
      'say from when: --since 2h, or --since 2026-11-22T12:00:00Z --until 2026-11-22T14:00:00Z.',
    );
  const stretch = {
    from: momentOf('--since', since, now, tz),
    to: until === undefined ? now : momentOf('--until', until, now, tz),
  };
  if (stretch.from > stretch.to)
    throw new Problem(
      `--since ${since} is later than ${until === undefined ? 'now' : `--until ${until}`}: nothing lies between them.`,
    );
  return stretch;
}

function rateOf({ rate }: ReplayFlags): number | undefined {
  if (rate === undefined) return undefined;
  const calls = Number(rate);
  if (!(calls > 0 && calls <= 100))
    throw new Problem(`--rate ${rate}: write calls a second, more than 0 and at most 100: --rate 2.5.`);
  return calls;
}

async function here(flags: ReplayFlags, stretch: Stretch, cwd: string, bar: Bar): Promise<Verdict> {
  const told = settingsOf(flags.set);
  const rate = rateOf(flags);
  const setup = await setupIn(flags, cwd);
  if (!setup && !flags.source)
    throw new Problem(
      'nothing says which log groups to read: there is no closecall.config.json here. Name a configuration with --config, or the groups with --source /app/nginx --source /app/api.',
    );
  const [{ cloudWatchLogs }, { systemClock }, { replay }] = await Promise.all([
    import('#functions/adapters/cloudwatch-logs.ts'),
    import('#functions/adapters/system-clock.ts'),
    import('./replay.ts'),
  ]);
  const logs = cloudWatchLogs();
  const { run, ...found } = setup
    ? { run: chosen(setup.run, flags) }
    : await sniffed(logs, systemClock, flags, stretch, rate);
  let kept: () => Kept | undefined = () => undefined;
  const stop = () => {
    bar.end();
    const left = kept();
    const onward = left ? ` ${left.says}. Go on with:\n  ${commandOf(flags, stretch)}` : '';
    process.stderr.write(`closecall: interrupted.${onward}\n`);
    process.exit(interrupted);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await replay({
      logs,
      clock: systemClock,
      run: { ...run, settings: { ...run.settings, ...told } },
      stretch,
      ...found,
      unfiltered: flags.unfiltered === true,
      rate,
      resume: flags.resume === undefined ? undefined : resolve(cwd, flags.resume),
      bar,
      begun: (ask) => {
        kept = ask;
      },
      onward: commandOf(flags, stretch),
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function setupIn({ config }: ReplayFlags, cwd: string): Promise<Setup | undefined> {
  const own = (await import('./own-config.ts')).ownConfig(config, cwd);
  if (!own) return undefined;
  if (own.configured.kind === 'wrong')
    throw new Problem(
      [`${own.path} is not right:`, ...own.configured.errors.map((error) => `  ${error}`)].join('\n'),
    );
  return own.configured.setup;
}

function chosen(run: Run, { source }: ReplayFlags): Run {
  const names = run.sources.map(({ name }) => name);
  if (names.length === 0 && !source)
    throw new Problem(
      'the configuration names no sources: add the log groups of your proxy and your backend to it.',
    );
  const stranger = source?.find((name) => !names.includes(name));
  if (stranger !== undefined)
    throw new Problem(
      `--source ${stranger} is not in the configuration, which has ${list(names) || 'no sources'}: add it there, with its role and formats.`,
    );
  return source ? { ...run, sources: run.sources.filter(({ name }) => source.includes(name)) } : run;
}

async function sniffed(
  logs: LogStore,
  clock: Clock,
  { source = [], tz }: ReplayFlags,
  stretch: Stretch,
  rate: number | undefined,
) {
  const { sniffedSources } = await import('./replay-sources.ts');
  const { asProblem } = await import('./replay.ts');
  try {
    const groups = [...new Set(source)];
    const { sources, ...found } = await sniffedSources(logs, clock, groups, stretch, tz, rate);
    return { run: runOf(sources), ...found };
  } catch (error) {
    throw asProblem(error);
  }
}

async function there(flags: ReplayFlags, stretch: Stretch, bar: Bar): Promise<Verdict> {
  const kept = [
    ...(flags.set.length > 0 ? ['--set'] : []),
    ...(flags.config === undefined ? [] : ['--config']),
    ...(flags.resume === undefined ? [] : ['--resume']),
  ];
  if (kept.length > 0)
    throw new Problem(
      `${list(kept)} cannot be used with --stack or --publish: the function reads with the configuration that it was deployed with.`,
    );
  const [{ publishedRows, replayThere }, { systemClock }, { lambda }, { stacks }, { s3Reports }] =
    await Promise.all([
      import('./replay-remote.ts'),
      import('#functions/adapters/system-clock.ts'),
      import('#functions/adapters/lambda.ts'),
      import('#functions/adapters/stacks.ts'),
      import('#functions/adapters/s3-reports.ts'),
    ]);
  const publish = flags.publish === true;
  const { verdict, published } = await replayThere({
    account: { ...lambda(), ...stacks() },
    reportsOf: s3Reports,
    stack: flags.stack ?? usualStack,
    question: {
      ...stretch,
      sources: flags.source ?? [],
      publish,
      unfiltered: flags.unfiltered === true,
      rate: rateOf(flags),
    },
    clock: systemClock,
    bar,
    onward: commandOf(flags, stretch),
  }).catch((error: unknown) => {
    throw error instanceof Unanswered ? new Problem(error.message) : error;
  });
  if (publish) for (const row of publishedRows(published)) process.stderr.write(`${row}\n`);
  return verdict;
}

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The same question with its times fixed: `2h` would be another window by then. */
function commandOf(flags: ReplayFlags, { from, to }: Stretch): string {
  const words = [
    ...['--since', new Date(from).toISOString(), '--until', new Date(to).toISOString()],
    ...(flags.source ?? []).flatMap((each) => ['--source', each]),
    ...(flags.config === undefined ? [] : ['--config', flags.config]),
    ...flags.set.flatMap((each) => ['--set', each]),
    ...(flags.tz === undefined ? [] : ['--tz', flags.tz]),
    ...(flags.resume === undefined ? [] : ['--resume', flags.resume]),
    ...(flags.rate === undefined ? [] : ['--rate', flags.rate]),
    ...(flags.unfiltered ? ['--unfiltered'] : []),
    ...(flags.stack === undefined ? [] : ['--stack', flags.stack]),
    ...(flags.publish ? ['--publish'] : []),
    ...(flags.json ? ['--json'] : []),
    ...(flags.html === undefined ? [] : ['--html', flags.html]),
  ];
  return `closecall replay ${words.map(quoted).join(' ')}`;
}
