import process from 'node:process';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import type { Stretch } from '#functions/replay/recall.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { list } from '#lib/model/words.ts';
import { Problem } from './problem.ts';
import type { Bar } from './progress.ts';
import { commandOf, type ReplayFlags, rateOf } from './replay-flags.ts';

const usualStack = 'Closecall';

/** Asks the replay function of a stack until it is done. */
export async function there(flags: ReplayFlags, stretch: Stretch, bar: Bar): Promise<Verdict> {
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
