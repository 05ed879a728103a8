import { resolve } from 'node:path';
import process from 'node:process';
import type { Clock, LogStore } from '#functions/ports.ts';
import type { Stretch } from '#functions/replay/recall.ts';
import type { Setup } from '#functions/setup.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { list } from '#lib/model/words.ts';
import { type Run, runOf } from '#lib/pipeline.ts';
import { Problem } from './problem.ts';
import type { Bar } from './progress.ts';
import type { Kept } from './replay.ts';
import { commandOf, type ReplayFlags, rateOf } from './replay-flags.ts';
import { settingsOf } from './settings.ts';

/** As a shell says of what Ctrl-C ended. */
const interrupted = 130;
/** Reads with the credentials of whoever asks, and judges on this machine. */
export async function here(flags: ReplayFlags, stretch: Stretch, cwd: string, bar: Bar): Promise<Verdict> {
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
