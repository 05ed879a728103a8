import process from 'node:process';
import { Command, CommanderError, Option } from 'commander';
import { defaultTiming } from '#lib/engine/join.ts';
import { addCatalogue } from './catalogue-command.ts';
import { addInit } from './init-command.ts';
import { lookOf } from './look.ts';
import { momentOf } from './moment.ts';
import { addOperations } from './operations.ts';
import { Problem } from './problem.ts';
import { progressOn } from './progress.ts';
import { addReplay } from './replay-command.ts';
import { reportFile } from './report.ts';
import { version } from './version.ts';

/** 0: no premature close; 1: at least one; 2: the command or its input was wrong. */
const exit = { none: 0, found: 1, usage: 2 } as const;

interface ExplainFlags {
  readonly json?: true;
  readonly html?: string;
  readonly asDelivered?: true;
  readonly tz?: string;
  readonly set: readonly string[];
  readonly config?: string;
  readonly since?: string;
  readonly until?: string;
}

const collect = (value: string, held: readonly string[]): readonly string[] => [...held, value];

/** `npm run closecall` runs in the package's folder and says where the user was. */
const folder = (): string =>
  (process.env['npm_lifecycle_event'] === 'closecall' && process.env['INIT_CWD']) || process.cwd();

const overview = `
Examples:
  closecall explain /var/log/nginx/error.log /var/log/nginx/access.log /var/log/gunicorn.log
  closecall explain error.log* app.log.gz --since 2h
  closecall explain error.log app.log --html report.html
  { docker logs web; docker logs api; } 2>&1 | closecall explain -
  journalctl -k -o short-iso | closecall explain - error.log app.log
  closecall explain-line 'upstream prematurely closed connection while reading response header from upstream'
  closecall demo
  closecall init
  closecall doctor

Exit codes: 0 no premature close found, 1 at least one found, 2 wrong usage or nothing that could be read.
Nothing is sent anywhere: it reads the files that you name and prints. Only init, replay, preflight, doctor and
redrive, which are for a stack on AWS, ask your AWS account, with your credentials.`;

const aboutExplain = `
What to pass, the more the surer:
  the proxy's log          nginx error.log and access.log: where the closes are seen
  the backend's log        standard error of gunicorn, uWSGI, uvicorn, Node.js, PHP-FPM …: why it closed
  the kernel's log         dmesg -T, journalctl -k -o short-iso: whether the kernel killed it
Any mix, in any order, whole or rotated (error.log.2.gz); also as Docker, Kubernetes, journald, syslog or CloudWatch
wrap them. Formats, roles and zones are found from the content, and the answer names what is missing.

  --tz      only for times without a zone, such as nginx's error log; without it the zone is inferred from the logs
            that say theirs, or UTC is assumed, and the answer says which
  --since   and --until take 2026-11-22T12:00:00Z, '2026-11-22 12:00' (in the zone of --tz, else UTC), or 2h
  --html    writes a page for a browser besides: when the closes came, why, what to do; it needs nothing but itself and
            runs no script, so it can be attached to a ticket, sent or printed
  --set     tells a setting that is not in the logs, so that it is not guessed: --set gunicorn.timeout=30s

Exit codes: 0 no premature close found, 1 at least one found, 2 wrong usage or nothing that could be read.`;

function program(finish: (code: number) => void): Command {
  const closecall = new Command('closecall')
    .description(
      'Says why the backend hung up: joins proxy and backend logs and shows the lines that prove it.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('(closecall --help shows what there is)')
    .configureHelp({ sortSubcommands: false })
    .addHelpText('after', overview);

  closecall
    .command('explain')
    .description('reads log files and says why each connection was closed')
    .argument(
      '<file...>',
      'logs of the proxy, the backend, the kernel: any mix; also .gz; - is standard input',
    )
    .option('--json', 'print the verdict as JSON (closecall/verdict@1)')
    .option('--html <file>', 'also write the verdict as a page: one file, to look at, send or print')
    .option('--tz <zone>', 'zone of times that carry none: +02:00, UTC, Europe/Berlin')
    .option(
      '--since <time>',
      'leave out what happened earlier: 2026-11-22T12:00:00Z, or 2h for two hours ago',
    )
    .option('--until <time>', 'leave out what happened later')
    .addOption(
      new Option('--set <setting=value>', 'a setting that you know, repeatable: gunicorn.timeout=30s')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--config <file>', 'a closecall.config.json with sources, settings and timings')
    .option(
      '--as-delivered',
      'use only the lines that the CloudWatch filter patterns would deliver, and no context',
    )
    .addHelpText('after', aboutExplain)
    .action(async (files: readonly string[], flags: ExplainFlags) => {
      const now = Date.now();
      const moment = (flag: string, text: string | undefined) =>
        text === undefined ? undefined : momentOf(flag, text, now, flags.tz);
      const [since, until] = [moment('--since', flags.since), moment('--until', flags.until)];
      if (since !== undefined && until !== undefined && since > until)
        throw new Problem(
          `--since ${flags.since} is later than --until ${flags.until}: nothing lies between them.`,
        );
      if (flags.tz !== undefined) momentOf('--tz', '2026-01-01', now, flags.tz);
      const cwd = folder();
      const report = flags.html === undefined ? undefined : reportFile(flags.html, cwd);
      const { settingsOf } = await import('./settings.ts');
      const told = settingsOf(flags.set);
      const config =
        flags.config === undefined
          ? undefined
          : (await import('./configured.ts')).configured(flags.config, cwd);
      if (files.includes('-') && process.stdin.isTTY)
        process.stderr.write('closecall reads standard input; end it with Ctrl-D.\n');
      const [{ explain }, render] = await Promise.all([
        import('./explain.ts'),
        flags.json
          ? import('#lib/notifiers/json.ts').then(({ json }) => json)
          : import('#lib/notifiers/terminal.ts').then(
              ({ terminal }) =>
                (verdict: Parameters<typeof terminal>[0]) =>
                  terminal(verdict, lookOf(process.stdout)),
            ),
      ]);
      const verdict = await explain({
        files,
        cwd,
        wishes: {
          zone: flags.tz,
          since,
          until,
          asDelivered: flags.asDelivered === true,
          entries: config?.entries ?? new Map(),
        },
        settings: { ...config?.settings, ...told },
        timing: config?.timing ?? defaultTiming,
        redaction: config?.redaction,
        progress: progressOn(process.stderr, Date.now),
      });
      finish(verdict.summary.closes > 0 ? exit.found : exit.none);
      process.stdout.write(render(verdict));
      await report?.write(verdict);
    });

  closecall
    .command('explain-line')
    .description('says how a line is read, and why it is or is not a signature')
    .argument('<line...>', 'the line, quoted; - takes lines from standard input')
    .addHelpText(
      'after',
      `
It shows the formats that read the line, its time, what the program said, the signatures that match, and, where a
signature comes near and does not match, why not.

  closecall explain-line '[2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)'
  grep -F 502 access.log | head -3 | closecall explain-line -`,
    )
    .action(async (words: readonly string[]) => {
      const { explainLines } = await import('./explain-line.ts');
      process.stdout.write(await explainLines(words.join(' ')));
    });

  addCatalogue(closecall);

  closecall
    .command('demo')
    .description('plays a bundled real incident through the handlers and shows the alert in each medium')
    .option(
      '--html <file>',
      'where the report is written; by default to closecall-demo.html among temporary files',
    )
    .action(async ({ html }: { readonly html?: string }) => {
      const { showDemo } = await import('./demo/show.ts');
      await showDemo(process.stdout, folder(), html);
    });
  addReplay(closecall, folder, finish);
  addInit(closecall, folder);
  addOperations(closecall, folder, finish);
  return closecall;
}

/** File names and log lines may hold anything; a terminal is shown text. */
const shown = (text: string): string => text.replace(/[^\P{C}\n]/gu, '\ufffd');

// Which Node the AWS SDK will need some day is for us to know; whoever runs the command cannot change it.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

let code: number = exit.none;
// The reader has seen enough: head -1 closes its end.
const leave = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(code);
};
process.stdout.on('error', leave);
process.stderr.on('error', leave);
try {
  await program((result) => {
    code = result;
  }).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    code = error.exitCode === 0 ? exit.none : exit.usage;
  } else {
    code = exit.usage;
    const [said, trace] =
      error instanceof Problem
        ? [error.message, undefined]
        : [
            `it failed, and that is closecall's fault: ${error instanceof Error ? error.message : String(error)}. Please report it; CLOSECALL_TRACE=1 adds where.`,
            error instanceof Error ? error.stack : undefined,
          ];
    process.stderr.write(shown(`closecall: ${said}\n`));
    if (trace !== undefined && process.env['CLOSECALL_TRACE']) process.stderr.write(`${trace}\n`);
  }
}
process.exitCode = code;
