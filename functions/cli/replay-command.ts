import process from 'node:process';
import { type Command, Option } from 'commander';
import type { Verdict } from '#lib/model/verdict.ts';
import { lookOf } from './look.ts';
import { barOn } from './progress.ts';
import { type ReplayFlags, stretchOf } from './replay-flags.ts';
import { reportFile } from './report.ts';

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
          ? await (await import('./replay-there.ts')).there(flags, stretch, bar)
          : await (await import('./replay-here.ts')).here(flags, stretch, folder(), bar);
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
